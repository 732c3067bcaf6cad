package io.tocsin.local;

import java.nio.file.Path;

/** The first lines that people type; the README has the same. */
public final class TryIt {

    private static final String LINES = """
            source %s

            # whom to tell, and when
            curl -s $TOCSIN_URL/v7/alerts/rules -H "Authorization: Bearer $TOCSIN_KEY" -H 'Content-Type: application/json' -d '{
              "ruleName": "Disk full", "alertType": "event", "severity": "major", "notifyOnClear": true,
              "expression": "events(\\"source:nagios status:error\\").rollup(\\"count\\").by(\\"host\\").last(\\"5m\\") >= 1",
              "roundsViolatingRequired": 1, "roundsViolatingOutOf": 1,
              "notifications": {"email": {"recipients": ["oncall@example.org"], "message": "Runbook: free some space."}}}'

            # something breaks
            curl -s $TOCSIN_URL/api/v1/events -H "DD-API-KEY: $TOCSIN_KEY" -H 'Content-Type: application/json' -d '{
              "title": "Disk full on web-1", "text": "/var is at 99 %%", "alert_type": "error",
              "source_type_name": "nagios", "host": "web-1", "aggregation_key": "web-1/var"}'
            """;

    private TryIt() {}

    public static String lines(Path env) {
        return LINES.formatted(shortened(env));
    }

    /** As one would type it here. */
    private static Path shortened(Path file) {
        var here = Path.of("").toAbsolutePath();
        return file.startsWith(here) ? here.relativize(file) : file;
    }
}

package io.tocsin.local;

import java.nio.file.Path;

/** The first lines that people type; the README has the same. */
public final class TryIt {

    private static final String LINES = """
            . %s
            curl "$TOCSIN_URL/v7/alerts/rules" -H "Authorization: Bearer $TOCSIN_KEY" -H "Content-Type: application/json" -d '{
              "ruleName": "Errors", "alertType": "event", "severity": "major", "notifyOnClear": true,
              "expression": "events(\\"status:error\\").rollup(\\"count\\").by(\\"host\\").last(\\"5m\\") >= 1",
              "roundsViolatingOutOf": 1, "notifications": {"email": {"recipients": ["you@example.com"], "message": ""}}}'
            curl "$TOCSIN_URL/api/v1/events" -H "DD-API-KEY: $TOCSIN_KEY" -H "Content-Type: application/json" -d '{
              "title": "Disk full", "text": "No space left on /var", "alert_type": "error", "host": "db-1"}'
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

package io.tocsin.benchmarks.micro;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.tocsin.model.Event;
import io.tocsin.model.EventContent;
import io.tocsin.model.Scope;
import io.tocsin.model.Severity;

/** Searches as people write them in alert rules, and an event of common size. */
public enum Searches {
    TAGS("source:nagios status:error env:prod"),
    WORDS("\"connection refused\" OR timeout*"),
    ATTRIBUTES("@http.status_code:[500 TO 599] AND @aggregation_key:api-*"),
    MIXED("source:(nagios OR zabbix) status:(error OR warning) -env:(dev OR test) host:web-* \"disk full\" service:checkout");

    static final Event EVENT = new Event(6327818702635911562L, new UUID(1, 2), new Scope("acme", "1"),
            Instant.parse("2026-07-30T10:00:01Z"), EventContent.titled("Disk full on web-17.example.com")
                    .text("The root file system of web-17 is at 97 %. Writes fail with \"No space left on device\"; the checkout"
                            + " service answers every third request with 500 since 10:00. Runbook: https://wiki/runbooks/disk-full")
                    .happenedAt(Instant.parse("2026-07-30T10:00:00Z"))
                    .severity(Severity.ERROR)
                    .source("nagios")
                    .host("web-17.example.com")
                    .tags(List.of("env:prod", "region:eu-central-1", "service:checkout", "team:payments", "urgent"))
                    .aggregationKey("api-web-17-disk")
                    .attributes(Map.of("device_name", "sda1", "http", Map.of("status_code", 500)))
                    .build());

    final String text;

    Searches(String text) {
        this.text = text;
    }
}

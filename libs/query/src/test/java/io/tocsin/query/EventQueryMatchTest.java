package io.tocsin.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.tocsin.model.Entity;
import io.tocsin.model.Event;
import io.tocsin.model.EventContent;
import io.tocsin.model.EventContentBuilder;
import io.tocsin.model.Priority;
import io.tocsin.model.Scope;
import io.tocsin.model.Severity;

class EventQueryMatchTest {

    private static final Event DISK_FULL = event(EventContent.titled("Disk full on db1.example.com")
            .text("The disk of DB1 is 97% full; \u00DCbersicht: http://wiki/disks")
            .severity(Severity.WARNING)
            .priority(Priority.LOW)
            .source("nagios")
            .host("Db1.example.com")
            .type("CUSTOM_ALERT")
            .entity(new Entity("HOST-1", "db1", "HOST"))
            .tags(List.of("env:prod", "service:Billing", "urgent", "status:odd", "load:0.0003", "url:http://x:80"))
            .aggregationKey("disk-db1")
            .relatedEventId(9007199254740993L)
            .attributes(Map.of(
                    "device_name", "sda1",
                    "http", Map.of("status_code", 204, "codes", List.of(1, "two", List.of(3))),
                    "dt.event.group", "Storage",
                    "properties", Map.of("dt.event.source", "ci"),
                    "links", List.of(Map.of("url", "http://a"), Map.of("url", "http://b")),
                    "ratio", 0.5)));

    @ParameterizedTest
    @ValueSource(strings = {
            "disk", "DISK full", "\"disk full\"", "db1.example.com", "d*k", "dis?", "*xample*", "\"is 97 full\"",
            "\u00FCbersicht", "message:wiki", "-message:example",
            "host:db1.example.com", "host:DB1*", "host:(x OR *.com)", "-host:db1", "host:[da TO dc]",
            "source:nagios", "source:(github OR NAGIOS)", "service:billing", "_exists_:service",
            "status:warning", "status:warn", "status:WARN", "status:w*", "-status:error", "@status:warn", "@status:warning",
            "priority:low", "@priority:low",
            "timestamp:1785405600123", "timestamp:>2026-07-30", "timestamp:<=2026-07-30T12:00:00.123+02:00",
            "timestamp:[2026-07-30T10:00:00Z TO *]", "@timestamp:1785405600123", "@date_happened:[1785405600 TO 1785405600]",
            "tags:urgent", "tags:(urgent AND env:prod)", "tags:\"status:odd\"", "tags:ur*", "@tags:urgent",
            "env:prod", "env:p*", "env:*", "-env:Prod", "load:<4.1E-4", "load:[* TO *]", "url:http://x:80",
            "@title:\"Disk full on db1.example.com\"", "-@title:\"disk full on db1.example.com\"",
            "@aggregation_key:disk-db1", "@evt.id:7", "@evt.type:CUSTOM*", "@hostname:Db1*", "@source_type_name:nagios",
            "@entity.name:db1", "@related_event_id:9007199254740993", "-@related_event_id:9007199254740992",
            "@http.status_code:[200 TO 299]", "@http.status_code:204.0", "@http.status_code:2*", "@http.codes:two",
            "@http.codes:1", "-@http.codes:3", "@http:*", "-@http:204", "@links.url:\"http://b\"", "@dt.event.group:Storage",
            "-@dt.event.group:storage", "@properties.dt.event.source:ci", "@ratio:<1", "@device_name:>=sda",
            "-@nothing:[1 TO 2]", "_missing_:@nothing",
            "*", "NOT (NOT *)", "foo:bar OR disk -github" })
    void findsTheEvent(String text) {
        var query = EventQuery.parse(text);

        assertThat(query.matches(DISK_FULL)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "dis", "\"full disk\"", "isk*", "\"97% is\"", "\"db1 is 97 full on\"", "message:example",
            "host:db1", "service:bill", "status:error", "status:ok", "@status:WARN", "priority:normal",
            "tags:env", "tags:prod", "status:odd", "env:PROD", "urgent:*", "load:>1",
            "@http.status_code:(>300 OR <200)", "@missing:*", "@missing:<5", "@evt.type:custom*", "@http.status:*",
            "timestamp:1785405600124", "timestamp:<2026-07-30", "timestamp:{1785405600123 TO *]",
            "NOT *", "disk github", "disk AND NOT full" })
    void doesNotFindTheEvent(String text) {
        var query = EventQuery.parse(text);

        assertThat(query.matches(DISK_FULL)).isFalse();
    }

    @Test
    void whatAnEventDoesNotHaveIsNotFound() {
        var bare = event(EventContent.titled(null));

        assertThat(EventQuery.parse("a OR host:* OR source:<z OR message:* OR @title:* OR @entity.id:* OR env:*")
                .matches(bare)).isFalse();
        assertThat(EventQuery.parse("-a -host:x -source:<z _missing_:message status:info priority:normal")
                .matches(bare)).isTrue();
    }

    @Test
    void manyWildcardsOnALongTextTakeNoTime() {
        var text = "a".repeat(4_000) + "b";
        var event = event(EventContent.titled(text).tags(List.of("k:" + text)));
        var pattern = "*a".repeat(20) + "c";

        var found = EventQuery.parse(pattern + " OR k:" + pattern).matches(event);

        assertThat(found).isFalse();
    }

    static Event event(EventContentBuilder content) {
        var receivedAt = Instant.parse("2026-07-30T10:00:01Z");
        return new Event(7, new UUID(1, 2), new Scope("acme", "1"), receivedAt,
                content.happenedAt(Instant.parse("2026-07-30T10:00:00.123456Z")).build());
    }
}

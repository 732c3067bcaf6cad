package io.tocsin.dialects.datadog.v2;

import static io.tocsin.dialects.datadog.v2.Payloads.bytes;
import static io.tocsin.dialects.datadog.v2.Payloads.json;
import static io.tocsin.dialects.datadog.v2.Payloads.posted;
import static io.tocsin.dialects.datadog.v2.Payloads.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.tocsin.dialects.datadog.DatadogEventReader;
import io.tocsin.dialects.datadog.DatadogEventTranslator;
import io.tocsin.model.EventContent;

/** wire/datadog.md §5.1, row by row: what stands in the answers of list and search. */
class DatadogItemFieldsTest {

    private static final Instant HAPPENED = Instant.ofEpochSecond(1641430251);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /meta/page/after                                  | "CURSOR"
            /links/next                                       | "https://tocsin.example.com/NEXT"
            /data/0/type                                      | "event"
            /data/0/id                                        | "AZeF-nTCcACAABI0VniavAAA"
            /data/0/attributes/message                        | "%%% \\n**/var** is 99 % full. \\n%%%"
            /data/0/attributes/tags                           | ["application:web","disk","env:prod","source:nagios"]
            /data/0/attributes/timestamp                      | "2022-01-06T00:50:51Z"
            /data/0/attributes/attributes/title               | "Disk full on db-1"
            /data/0/attributes/attributes/timestamp           | 1641430251000
            /data/0/attributes/attributes/date_happened       | 1641430251
            /data/0/attributes/attributes/status              | "error"
            /data/0/attributes/attributes/priority            | "low"
            /data/0/attributes/attributes/aggregation_key     | "disk-full-db-1"
            /data/0/attributes/attributes/event_object        | "disk-full-db-1"
            /data/0/attributes/attributes/hostname            | "db-1.example.com"
            /data/0/attributes/attributes/device_name         | "sda1"
            /data/0/attributes/attributes/source_type_name    | "nagios"
            /data/0/attributes/attributes/related_event_id    | 6327818702635911562
            /data/0/attributes/attributes/evt/id              | "5309722856448002944"
            /data/0/attributes/attributes/evt/uid             | "AZeF-nTCcACAABI0VniavAAA"
            /data/0/attributes/attributes/evt/type            | "api"
            /data/0/attributes/attributes/tags                | ["env:prod","application:web","disk"]
            """)
    void aFieldOfAnItemSaysWhatWasPosted(String pointer, String value) throws IOException {
        var sent = new DatadogEventReader().read(bytes("event.full.json"));

        var list = list(new DatadogEventTranslator().toModel(sent, HAPPENED));

        assertThat(list.at(pointer)).hasToString(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            service       | "billing"
            duration      | 90000000000
            evt/source_id | 100
            """)
    void aFieldWhichNeedsMoreIsThereWhenTheEventHasIt(String field, String value) throws IOException {
        var content = EventContent.titled("t")
                .happenedAt(HAPPENED)
                .endedAt(HAPPENED.plus(Duration.ofSeconds(90)))
                .source("my_apps")
                .tags(List.of("service:billing"))
                .build();

        assertThat(list(content).at("/data/0/attributes/attributes/" + field)).hasToString(value);
    }

    /** What v2 posts has other words of its own, which are shown in a get only. */
    @ParameterizedTest
    @ValueSource(strings = { "monitor", "monitor_id", "monitor_groups", "sourcecategory", "evt/name" })
    void whatNobodyPostsIsNeverShown(String field) throws IOException {
        for (var content : all()) {
            assertThat(list(content).at("/data/0/attributes/attributes/" + field).isMissingNode()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "elapsed", "request_id", "status", "warnings" })
    void metaHasThePageAlone(String field) throws IOException {
        for (var content : all()) {
            assertThat(list(content).at("/meta/" + field).isMissingNode()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "service", "hostname", "aggregation_key", "event_object", "device_name", "related_event_id",
            "duration" })
    void whatAnEventDoesNotHaveIsLeftOut(String field) throws IOException {
        var content = EventContent.titled("t").happenedAt(HAPPENED).build();

        assertThat(list(content).at("/data/0/attributes/attributes/" + field).isMissingNode()).isTrue();
    }

    private static List<EventContent> all() {
        var v1 = new DatadogEventTranslator().toModel(new DatadogEventReader().read(bytes("event.full.json")), HAPPENED);
        return Stream.concat(Stream.of(v1), Stream.of("change", "alert").map(name -> posted("v2/event." + name + ".json")))
                .toList();
    }

    private static JsonNode list(EventContent content) throws IOException {
        var list = new DatadogItemTranslator().toList(List.of(recorded(content)), "CURSOR", "https://tocsin.example.com/NEXT");
        return new ObjectMapper().readTree(json(list));
    }
}

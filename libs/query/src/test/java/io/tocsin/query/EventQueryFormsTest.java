package io.tocsin.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.tocsin.model.EventContent;
import io.tocsin.model.EventContentBuilder;
import io.tocsin.model.Severity;

/** wire/datadog.md §8, the table of forms: each form with the words of the documents. */
class EventQueryFormsTest {

    @ParameterizedTest
    @CsvSource({ "web*, website", "web*, web", "*web, cobweb", "*web, web", "*web*, cobwebs", "*web*, WEBSITE" })
    void aWordMayBeOpenAtEitherEnd(String query, String word) {
        assertThat(finds(query, EventContent.titled("the " + word + " is down"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({ "web*, cobweb", "*web, website", "*web*, we" })
    void aWordEndsWhereItIsNotOpen(String query, String word) {
        assertThat(finds(query, EventContent.titled("the " + word + " is down"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "@evt.name:deploy", "@evt.id:7", "@evt.type:api", "@aggregation_key:disk-db1", "@title:Disk*",
            "@monitor.id:42", "@monitor.id:>=42", "@monitor.groups:b", "-@evt.name:Deploy", "-@monitor.groups:c" })
    void aPathLooksIntoTheAttributes(String query) {
        var event = EventContent.titled("Disk full")
                .aggregationKey("disk-db1")
                .attributes(Map.of("evt", Map.of("name", "deploy"), "monitor", Map.of("id", 42, "groups", List.of("a", "b"))));

        assertThat(finds(query, event)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({ "ok, SUCCESS", "success, SUCCESS", "warn, WARNING", "warning, WARNING", "error, ERROR", "info, INFO" })
    void aStatusHasTwoNames(String status, Severity severity) {
        assertThat(finds("status:" + status, EventContent.titled("t").severity(severity))).isTrue();
        assertThat(finds("-status:" + status, EventContent.titled("t").severity(severity))).isFalse();
    }

    private static boolean finds(String query, EventContentBuilder content) {
        return EventQuery.parse(query).matches(EventQueryMatchTest.event(content));
    }
}

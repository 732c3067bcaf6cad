package io.tocsin.dialects.datadog.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.tocsin.dialects.datadog.DatadogRejected;
import io.tocsin.query.EventQuery;

/** wire/datadog.md §4 and §5: what a search may say. */
class DatadogSearchReaderTest {

    private static final Instant NOW = Instant.parse("2026-01-30T11:22:33.444555Z");

    private final DatadogSearchReader reader = new DatadogSearchReader();

    @ParameterizedTest
    @ValueSource(strings = { "", "null", "{}", "{\"filter\":null,\"options\":{},\"page\":{\"cursor\":null},\"other\":1}" })
    void whatIsNotSaidHasTheDefaults(String body) {
        var search = ofBody(body);

        assertThat(search.query()).isEqualTo(EventQuery.parse("*"));
        assertThat(search.from()).isEqualTo("2026-01-30T11:07:33.444Z");
        assertThat(search.until()).isEqualTo("2026-01-30T11:22:33.445Z");
        assertThat(search.oldestFirst()).isFalse();
        assertThat(search.limit()).isEqualTo(10);
        assertThat(search.cursor()).isNull();
        assertThat(search.given()).isEmpty();
    }

    @Test
    void everyMemberOfABodyIsRead() {
        var search = ofBody("""
                {"filter": {"query": "host:db-1", "from": "now-1d/d", "to": 1769731200000},
                 "options": {"timezone": "UTC+1"}, "page": {"limit": 7, "cursor": "abc"}, "sort": "timestamp"}""");

        assertThat(search.query()).isEqualTo(EventQuery.parse("host:db-1"));
        assertThat(search.from()).isEqualTo("2026-01-28T23:00:00Z");
        assertThat(search.until()).isEqualTo("2026-01-30T00:00:00.001Z");
        assertThat(search.oldestFirst()).isTrue();
        assertThat(search.limit()).isEqualTo(7);
        assertThat(search.cursor()).isEqualTo("abc");
        assertThat(search.given()).containsOnly(Map.entry("filter[from]", "now-1d/d"),
                Map.entry("filter[query]", "host:db-1"), Map.entry("filter[to]", "1769731200000"),
                Map.entry("options[timezone]", "UTC+1"), Map.entry("page[cursor]", "abc"), Map.entry("page[limit]", "7"),
                Map.entry("sort", "timestamp"));
    }

    @Test
    void aQuerySaysTheSameInItsOwnWords() {
        var search = ofQuery("filter[query]=host:db-1&filter[from]=now-1h&filter[to]=now&sort=-timestamp&page[limit]=1000");

        assertThat(search.query()).isEqualTo(EventQuery.parse("host:db-1"));
        assertThat(search.from()).isEqualTo("2026-01-30T10:22:33.444Z");
        assertThat(search.oldestFirst()).isFalse();
        assertThat(search.limit()).isEqualTo(1000);
    }

    @Test
    void aBodyWinsOverTheQuery() {
        var search = reader.read("{\"page\":{\"limit\":3}}".getBytes(),
                Map.of("page[limit]", "5", "filter[query]", "a")::get, NOW);

        assertThat(search.limit()).isEqualTo(3);
        assertThat(search.query()).isEqualTo(EventQuery.parse("a"));
    }

    @ParameterizedTest
    @CsvSource({ "3600, 2026-01-30T12:07:33.444Z", "-60, 2026-01-30T11:06:33.444Z",
            "-9223372036854775808, 0001-01-01T00:00:00Z" })
    void aTimeOffsetMovesTheWholeWindow(String offset, Instant from) {
        assertThat(ofBody("{\"options\":{\"timeOffset\":" + offset + "}}").from()).isEqualTo(from);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"filter":{"query":"a:(b"}}                       | filter.query | column
            {"filter":{"query":["a"]}}                        | filter.query | must be a string or a whole number, not an array
            {"filter":"a"}                                    | filter | must be an object, not a string
            {"filter":{"from":"soon"}}                        | filter.from | must be date math such as now-15m, epoch milliseconds, or ISO 8601
            {"filter":{"to":1.5}}                             | filter.to | must be a string or a whole number, not a number
            {"filter":{"from":"now","to":"now-1m"}}           | filter | 'from' must not be after 'to'
            {"options":{"timezone":"UTC","timeOffset":0}}     | options | only one of 'timezone' and 'timeOffset' may be given
            {"options":{"timezone":"Mars/Olympus"}}           | options.timezone | must be GMT, UTC, an offset such as UTC+1 or a name such as Europe/Paris
            {"options":{"timezone":"UTC+99"}}                 | options.timezone | must be GMT, UTC, an offset such as UTC+1 or a name such as Europe/Paris
            {"options":{"timeOffset":"1h"}}                   | options.timeOffset | must be a whole number of seconds
            {"page":{"limit":0}}                              | page.limit | must be a whole number from 1 to 1000
            {"page":{"limit":1001}}                           | page.limit | must be a whole number from 1 to 1000
            {"page":{"limit":"ten"}}                          | page.limit | must be a whole number from 1 to 1000
            {"page":{"limit":true}}                           | page.limit | must be a string or a whole number, not a boolean
            {"page":[]}                                       | page | must be an object, not an array
            {"sort":"-title"}                                 | sort | must be timestamp or -timestamp
            """)
    void whatCannotBeReadIsNamedInTheWordsOfTheOriginal(String body, String field, String complaint) {
        assertThatThrownBy(() -> ofBody(body))
                .isInstanceOf(DatadogRejected.class)
                .hasMessageStartingWith("input_validation_error(Field '" + field + "' is invalid: " + complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []       | The request body must be a JSON object, not an array.
            {"a":    | The request body is not valid JSON at line 1, column 6.
            """)
    void aBodyWhichIsNoObjectIsRefused(String body, String complaint) {
        assertThatThrownBy(() -> ofBody(body))
                .isInstanceOf(DatadogRejected.class)
                .hasMessage(complaint);
    }

    private DatadogSearch ofBody(String body) {
        return reader.read(body.getBytes(), name -> null, NOW);
    }

    private DatadogSearch ofQuery(String query) {
        Map<String, String> parameters = Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        return reader.read(parameters::get, NOW);
    }
}

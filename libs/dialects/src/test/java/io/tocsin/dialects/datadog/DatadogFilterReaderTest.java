package io.tocsin.dialects.datadog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.tocsin.model.Priority;

class DatadogFilterReaderTest {

    private final DatadogFilterReader reader = new DatadogFilterReader();

    @Test
    void everyParameterIsRead() {
        var filter = read(
                "start=10&end=20&priority=low&sources=Nagios, chef&tags=-env:dev,application:web&unaggregated=True&page=2");

        assertThat(filter).isEqualTo(new DatadogEventFilter(Instant.ofEpochSecond(10), Instant.ofEpochSecond(21),
                Priority.LOW, List.of("nagios", "chef"), List.of("application:web"), List.of("env:dev"), 2));
    }

    @Test
    void onlyTheWindowIsNeeded() {
        var filter = read("start=10&end=10&tags=&sources=,&priority=");

        assertThat(filter).isEqualTo(new DatadogEventFilter(Instant.ofEpochSecond(10), Instant.ofEpochSecond(11),
                null, List.of(), List.of(), List.of(), 0));
    }

    @ParameterizedTest
    @ValueSource(strings = { "start=-1e999&end=1e999", "start=-9223372036854775808&end=9223372036854775807" })
    void aWindowBeyondAllTimeIsAllTime(String query) {
        var filter = read(query);

        assertThat(filter.from()).isEqualTo("0001-01-01T00:00:00Z");
        assertThat(filter.until()).isEqualTo(Instant.parse("+10000-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            end=1                                          | The parameter 'start' is required
            start=1                                        | The parameter 'end' is required
            start=2&end=1                                  | start param must be greater than end param
            start=now&end=1                                | The parameter 'start' must be a POSIX timestamp in seconds
            start=1&end=2d                                 | The parameter 'end' must be a POSIX timestamp in seconds
            start=1&end=2&priority=high                    | The parameter 'priority' must be one of normal, low
            start=1&end=2&page=0                           | The parameter 'page' needs 'unaggregated=true' or 'exclude_aggregate=true'
            start=1&end=2&unaggregated=true&page=-1        | The parameter 'page' must be an integer from 0 to 2147483647
            start=1&end=2&unaggregated=true&page=2147483648 | The parameter 'page' must be an integer from 0 to 2147483647
            start=1&end=2&unaggregated=yes                 | The parameter 'unaggregated' must be true or false
            """)
    void aParameterThatCannotBeReadIsNamed(String query, String problem) {
        assertThatThrownBy(() -> read(query))
                .isInstanceOf(DatadogRejected.class)
                .hasMessage(problem);
    }

    private DatadogEventFilter read(String query) {
        Map<String, String> parameters = Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        return reader.read(parameters::get);
    }
}

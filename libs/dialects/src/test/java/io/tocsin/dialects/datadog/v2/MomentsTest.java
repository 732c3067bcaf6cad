package io.tocsin.dialects.datadog.v2;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** wire/datadog.md §5: the times of {@code filter[from]} and {@code filter[to]}. */
class MomentsTest {

    /** A Friday; in Auckland it is Saturday already. */
    private static final Instant NOW = Instant.parse("2026-01-30T11:22:33.444Z");

    private final Moments utc = new Moments(NOW, ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            now                        | 2026-01-30T11:22:33.444Z
            now-15m                    | 2026-01-30T11:07:33.444Z
            now-1h                     | 2026-01-30T10:22:33.444Z
            now+90s                    | 2026-01-30T11:24:03.444Z
            now 90s                    | 2026-01-30T11:24:03.444Z
            now-2d                     | 2026-01-28T11:22:33.444Z
            now-1w                     | 2026-01-23T11:22:33.444Z
            now+1M                     | 2026-02-28T11:22:33.444Z
            now-1y                     | 2025-01-30T11:22:33.444Z
            now-1d+2h-30m              | 2026-01-29T12:52:33.444Z
            now/s                      | 2026-01-30T11:22:33Z
            now/m                      | 2026-01-30T11:22:00Z
            now/h                      | 2026-01-30T11:00:00Z
            now/d                      | 2026-01-30T00:00:00Z
            now/w                      | 2026-01-26T00:00:00Z
            now/M                      | 2026-01-01T00:00:00Z
            now/y                      | 2026-01-01T00:00:00Z
            now-1M/M                   | 2025-12-01T00:00:00Z
            now-999999999y             | 0001-01-01T00:00:00Z
            now+999999999y             | 9999-12-31T23:59:59.999999Z
            now-999999999y-999999999M  | 0001-01-01T00:00:00Z
            """)
    void dateMathCountsFromNow(String text, Instant moment) {
        assertThat(utc.read(text)).contains(moment);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1655744852000                 | 2022-06-20T17:07:32Z
            0                             | 1970-01-01T00:00:00Z
            -1                            | 1969-12-31T23:59:59.999Z
            999999999999999999            | 9999-12-31T23:59:59.999999Z
            2020-09-17T11:48:36+01:00     | 2020-09-17T10:48:36Z
            2020-09-17T11:48:36 01:00     | 2020-09-17T10:48:36Z
            2020-09-17T11:48:36-0130      | 2020-09-17T13:18:36Z
            2020-09-17T11:48:36.5Z        | 2020-09-17T11:48:36.5Z
            2020-09-17T11:48:36z          | 2020-09-17T11:48:36Z
            2020-09-17 11:48:36Z          | 2020-09-17T11:48:36Z
            2020-09-17T11:48              | 2020-09-17T11:48:00Z
            2020-09-17                    | 2020-09-17T00:00:00Z
            """)
    void millisecondsAndIso8601AreTimesToo(String text, Instant moment) {
        assertThat(utc.read(text)).contains(moment);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Pacific/Auckland | now/d               | 2026-01-30T11:00:00Z
            Pacific/Auckland | now/w               | 2026-01-25T11:00:00Z
            UTC+1            | now/d               | 2026-01-29T23:00:00Z
            GMT              | now/d               | 2026-01-30T00:00:00Z
            UTC+05:30        | now/h               | 2026-01-30T10:30:00Z
            Europe/Paris     | 2020-09-17T11:48:36 | 2020-09-17T09:48:36Z
            Europe/Paris     | 2020-09-17          | 2020-09-16T22:00:00Z
            Europe/Paris     | 2020-09-17T11:48:36Z | 2020-09-17T11:48:36Z
            """)
    void theTimezoneDecidesWhereDaysBeginAndWhatALocalTimeMeans(String zone, String text, Instant moment) {
        assertThat(new Moments(NOW, ZoneId.of(zone)).read(text)).contains(moment);
    }

    @Test
    void aDayWithoutMidnightBeginsLater() {
        var spring = new Moments(Instant.parse("2026-09-06T12:00:00Z"), ZoneId.of("America/Santiago"));

        assertThat(spring.read("now/d")).contains(Instant.parse("2026-09-06T04:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "yesterday", "NOW", "now-", "now-15", "now-m", "now-15x", "now/", "now/dd", "now/d-1h",
            "now//d",
            "now-1.5h", "now-9999999999h", "15m", "2020-13-01", "2020-09-17T25:00:00Z", "2020-09-17T11:48:36+25:00",
            "1655744852.5", "9999999999999999999999", "now-15m\u0000", "\ud83d" })
    void anythingElseIsNoTime(String text) {
        assertThat(utc.read(text)).isEmpty();
    }
}

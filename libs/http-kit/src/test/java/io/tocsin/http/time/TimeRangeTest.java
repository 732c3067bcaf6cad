package io.tocsin.http.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.tocsin.http.problem.FieldError;
import io.tocsin.http.problem.Invalid;

class TimeRangeTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00.123456Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @Test
    void withoutParametersThereIsNoRange() {
        assertThat(TimeRange.of(null, null, null, CLOCK)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "90,90", "90s,90", "2m,120", "1h,3600", "1d,86400", "1w,604800", "0,0" })
    void aWindowReachesBackFromNow(String window, long seconds) {
        assertThat(TimeRange.of(window, null, null, CLOCK)).contains(new TimeRange(NOW.minusSeconds(seconds), NOW));
    }

    @Test
    void aWindowBeyondAllTimeBeginsIn1970() {
        assertThat(TimeRange.of("999999999999w", null, null, CLOCK)).contains(new TimeRange(Instant.EPOCH, NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "2022-07-17T22:00:54.000000+0000",
            "2022-07-17T22:00:54.000000 0000",
            "2022-07-17T22:00:54.000000",
            "2022-07-17T22:00:54",
            "2022-07-17 22:00:54",
            "2022-07-17T22:00:54Z",
            "2022-07-17T22:00:54.000Z",
            "2022-07-17T22:00:54.000000000Z",
            "2022-07-18T00:00:54+02:00",
            "2022-07-18T00:00:54 02:00",
            "2022-07-18T00:00:54+02",
            "2022-07-17T20:00:54-02:00",
            "2022-07-17t22:00:54z" })
    void everyFormThatClientsSendIsRead(String startDate) {
        var range = TimeRange.of(null, startDate, null, CLOCK);

        assertThat(range).contains(new TimeRange(Instant.parse("2022-07-17T22:00:54Z"), NOW));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "1h,2022-07-17T22:00:54Z,-,window,cannot be combined with startDate or endDate",
            "1h,-,2022-07-17T22:00:54Z,window,cannot be combined with startDate or endDate",
            "-,-,2022-07-17T22:00:54Z,startDate,is required when endDate is given",
            "-,2022-07-17T22:00:54Z,2022-07-17T22:00:54Z,startDate,must be before endDate",
            "-,2030-07-17T22:00:54Z,-,startDate,must be before now",
            "-,yesterday,-,startDate,must be a date-time such as 2026-01-31T12:00:00Z",
            "-,+999999999-01-01T00:00:00Z,-,startDate,must be a date-time such as 2026-01-31T12:00:00Z",
            "-,2022-07-17T22:00:54Z,2022-13-17T22:00:54Z,endDate,must be a date-time such as 2026-01-31T12:00:00Z",
            "1y,-,-,window,'must be a number followed by s, m, h, d or w, such as 12h'",
            "-1h,-,-,window,'must be a number followed by s, m, h, d or w, such as 12h'" })
    void whatContradictsItselfIsRefused(String window, String start, String end, String field, String message) {
        assertThatThrownBy(() -> TimeRange.of(window, start, end, CLOCK))
                .isInstanceOfSatisfying(Invalid.class,
                        invalid -> assertThat(invalid.errors()).containsExactly(FieldError.of(field, message)));
    }
}

package io.tocsin.dialects.dynatrace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** wire/dynatrace.md §9. */
class DynatraceTimesTest {

    /** A Sunday. */
    private static final Instant NOW = Instant.parse("2026-11-22T10:41:23.456Z");

    @ParameterizedTest
    @CsvSource({
            "1631255744265, 2021-09-10T06:35:44.265Z",
            "-1, 1969-12-31T23:59:59.999Z",
            "999999999999999999, 9999-12-31T23:59:59.999Z",
            "2021-01-25T05:57:01.123+01:00, 2021-01-25T04:57:01.123Z",
            "2021-01-25 05:57:01.123+01:00, 2021-01-25T04:57:01.123Z",
            "2021-01-25T05:57:01.123 01:00, 2021-01-25T04:57:01.123Z",
            "2021-01-25T05:57:01.123Z, 2021-01-25T05:57:01.123Z",
            "2021-01-25T05:57:01, 2021-01-25T05:57:01Z",
            "2021-01-25T05:57, 2021-01-25T05:57:00Z",
            "2021-01-25 05:57, 2021-01-25T05:57:00Z",
            "2021-01-25T05:57+0100, 2021-01-25T04:57:00Z",
            "now, 2026-11-22T10:41:23.456Z",
            "now-5m, 2026-11-22T10:36:23.456Z",
            "now-2h, 2026-11-22T08:41:23.456Z",
            "now-1d, 2026-11-21T10:41:23.456Z",
            "now-2w, 2026-11-08T10:41:23.456Z",
            "now-1M, 2026-10-22T10:41:23.456Z",
            "now-1y, 2025-11-22T10:41:23.456Z",
            "now-1y/w, 2025-11-17T00:00:00Z",
            "now-1d/d, 2026-11-21T00:00:00Z",
            "now/m, 2026-11-22T10:41:00Z",
            "now/h, 2026-11-22T10:00:00Z",
            "now/w, 2026-11-16T00:00:00Z",
            "now-0m/M, 2026-11-01T00:00:00Z",
            "now/y, 2026-01-01T00:00:00Z",
            "now-999999999y, 0001-01-01T00:00:00Z" })
    void eachFormMeansOneInstant(String text, Instant instant) {
        assertThat(DynatraceTimes.parse(text, NOW)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "x", "now-2s", "now+1h", "now-h", "now-1h/", "now-1h/s", "NOW", "2021-01-25",
            "2021-13-25T00:00",
            "1.5", "9999999999999999999", "2021-01-25T05:57:01.123+01:00+02:00", "T", "now now" })
    void whatIsNoTimeIsNone(String text) {
        assertThat(DynatraceTimes.parse(text, NOW)).isEmpty();
    }

    @Property
    void anyInstantIsReadBackFromEachOfItsForms(@ForAll @LongRange(min = 0, max = 4_102_444_800_000L) long millis,
            @ForAll @IntRange(min = -18, max = 18) int hours) {
        var instant = Instant.ofEpochMilli(millis);
        var dateTime = OffsetDateTime.ofInstant(instant, ZoneOffset.ofHours(hours)).toString();

        assertThat(DynatraceTimes.parse(Long.toString(millis), NOW)).contains(instant);
        assertThat(DynatraceTimes.parse(dateTime, NOW)).contains(instant);
        assertThat(DynatraceTimes.parse(dateTime.replace('T', ' '), NOW)).contains(instant);
    }

    @Property
    void roundingGoesDownAndTwiceChangesNothing(@ForAll("units") String unit, @ForAll @IntRange(max = 100_000) int number,
            @ForAll("units") String rounding) {
        var exact = DynatraceTimes.parse("now-" + number + unit, NOW).orElseThrow();

        var rounded = DynatraceTimes.parse("now-" + number + unit + "/" + rounding, NOW).orElseThrow();

        assertThat(rounded).isBeforeOrEqualTo(exact);
        assertThat(DynatraceTimes.parse("now/" + rounding, rounded)).contains(rounded);
    }

    @Property
    void noTextIsAFailure(@ForAll("nonsense") String text) {
        assertThat(DynatraceTimes.parse(text, NOW)).isNotNull();
    }

    @Provide
    Arbitrary<String> units() {
        return Arbitraries.of("m", "h", "d", "w", "M", "y");
    }

    @Provide
    Arbitrary<String> nonsense() {
        return Arbitraries.of("now", "-", "/", "1", "9999999999", "y", "M", "T", ":", ".", "+", "Z", "2021-01-25", "05:57", " ")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }
}

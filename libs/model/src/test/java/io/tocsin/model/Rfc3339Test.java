package io.tocsin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class Rfc3339Test {

    @Property
    void whatIsWrittenIsRead(@ForAll @LongRange(min = -62_167_219_200L, max = 253_402_300_799L) long second,
            @ForAll @IntRange(max = 999_999_999) int nano) {
        for (var unit : new int[]{ 1, 1000, 1_000_000, 1_000_000_000 }) {
            var instant = Instant.ofEpochSecond(second, nano / unit * unit);
            assertThat(Rfc3339.parse(instant.toString())).isEqualTo(instant);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "2026-11-22T06:30:00Z", "2026-11-22T06:30Z", "2026-11-22T06:30:00.5Z", "2026-11-22T07:30:00+01:00",
            "2024-02-29T23:59:59.999999999Z", "2026-11-22T06:30:00.0Z", "+12026-11-22T06:30:00Z", "-0001-11-22T06:30:00Z",
            "2026-11-22t06:30:00z", "2026-11-22T06:30:00.123-00:30" })
    void everyFormOfJavaIsRead(String text) {
        assertThat(Rfc3339.parse(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "Z", "2026-11-22", "2026-11-22T06:30:00", "2026-02-29T06:30:00Z", "2026-13-01T06:30:00Z",
            "2026-11-22T24:00:01Z", "2026-11-22T06:60:00Z", "2026-11-22T06:30:60Z", "2026-11-22T06:30:00.1234567890Z",
            "2026-11-22T06:30:00,5Z", "2026-11-22 06:30:00Z", "2026-11-2xT06:30:00Z", "2026-11-22T06:30:00.+5Z" })
    void whatIsNoTimeIsNone(String text) {
        assertThatThrownBy(() -> Rfc3339.parse(text)).isInstanceOf(DateTimeParseException.class);
    }
}

package io.tocsin.dialects.datadog.v2;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class MomentsPropertyTest {

    private static final Map<String, Duration> LONGEST = Map.of("s", Duration.ofSeconds(1), "m", Duration.ofMinutes(1), "h",
            Duration.ofHours(1), "d", Duration.ofHours(26), "w", Duration.ofHours(7 * 24 + 2), "M", Duration.ofHours(31 * 24
                    + 2),
            "y", Duration.ofHours(366 * 24 + 2));

    @Property
    void anyTextIsAStorableTimeOrNone(@ForAll("texts") String text, @ForAll("moments") Moments moments) {
        assertThat(moments.read(text).orElse(Moments.FIRST)).isBetween(Moments.FIRST, Moments.LAST);
    }

    @Property
    void roundingGoesBackByLessThanTheUnit(@ForAll("units") String unit, @ForAll("moments") Moments moments) {
        var rounded = moments.read("now/" + unit).orElseThrow();

        assertThat(rounded).isBetween(moments.now().minus(LONGEST.get(unit)), moments.now());
    }

    @Property
    void roundingTwiceIsRoundingOnce(@ForAll("units") String unit, @ForAll("moments") Moments moments) {
        var once = moments.read("now/" + unit).orElseThrow();

        assertThat(new Moments(once, moments.zone()).read("now/" + unit)).contains(once);
    }

    @Property
    void stepsOfSecondsMinutesAndHoursAreExactInEveryZone(@ForAll @IntRange(min = 0, max = 100_000) int amount,
            @ForAll("exactUnits") String unit, @ForAll("moments") Moments moments) {
        assertThat(moments.read("now-" + amount + unit))
                .contains(moments.now().minus(LONGEST.get(unit).multipliedBy(amount)));
    }

    @Property
    void aStepForthAndBackIsNoStep(@ForAll @IntRange(min = 0, max = 10_000) int amount, @ForAll("exactUnits") String unit,
            @ForAll("moments") Moments moments) {
        assertThat(moments.read("now+" + amount + unit + "-" + amount + unit)).contains(moments.now());
    }

    @Property
    void aLargerStepBackGoesNoLessFar(@ForAll @IntRange(min = 0, max = 5_000) int amount, @ForAll("units") String unit,
            @ForAll("moments") Moments moments) {
        var nearer = moments.read("now-" + amount + unit).orElseThrow();
        var farther = moments.read("now-" + (amount + 1) + unit).orElseThrow();

        assertThat(farther).isBeforeOrEqualTo(nearer);
    }

    @Property
    void aTimeSurvivesBothOfItsForms(@ForAll("instants") Instant instant) {
        var moments = new Moments(Instant.EPOCH, ZoneOffset.UTC);

        assertThat(moments.read(instant.toString())).contains(instant);
        assertThat(moments.read(Long.toString(instant.toEpochMilli()))).contains(instant);
    }

    @Provide
    Arbitrary<String> units() {
        return Arbitraries.of(LONGEST.keySet());
    }

    @Provide
    Arbitrary<String> exactUnits() {
        return Arbitraries.of("s", "m", "h");
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs().between(0, 4_000_000_000_000L).map(Instant::ofEpochMilli);
    }

    @Provide
    Arbitrary<Moments> moments() {
        var zones = Arbitraries.of("UTC", "UTC+1", "Europe/Paris", "America/New_York", "Pacific/Auckland",
                "Australia/Lord_Howe",
                "America/Santiago", "America/Havana", "Asia/Kathmandu", "Pacific/Apia").map(ZoneId::of);
        return Combinators.combine(instants(), zones).as(Moments::new);
    }

    @Provide
    Arbitrary<String> texts() {
        var piece = Arbitraries.oneOf(
                Arbitraries.of("now", "-", "+", " ", "/", "15", "999999999", "s", "m", "h", "d", "w", "M", "y", "2020-09-17",
                        "T",
                        "11:48:36", "Z", "+01:00", "24:00", "-0001", "\u0000"),
                Arbitraries.strings().ofMaxLength(3));
        return piece.list().ofMaxSize(12).map(pieces -> String.join("", List.copyOf(pieces)));
    }
}

package io.tocsin.alerts.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

/** What evaluation asks (wire/thousandeyes.md §3.7). */
class SuppressionsTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void aTestIsSuppressedFromTheOpeningOnUntilTheClosing() {
        var suppressions = new Suppressions(List.of(window("scheduled", 600, true)));

        assertThat(suppressions.at("7", START.minusSeconds(1))).isEqualTo(Suppression.NONE);
        assertThat(suppressions.at("7", START)).isEqualTo(Suppression.SCHEDULED);
        assertThat(suppressions.at("7", START.plusSeconds(599))).isEqualTo(Suppression.SCHEDULED);
        assertThat(suppressions.at("7", START.plusSeconds(600))).isEqualTo(Suppression.NONE);
        assertThat(suppressions.at("8", START)).isEqualTo(Suppression.NONE);
    }

    @Test
    void aScheduledWindowCountsMoreThanARealTimeOne() {
        var suppressions = new Suppressions(List.of(window("real-time", 1_200, true), window(null, 600, true)));

        assertThat(suppressions.at("7", START)).isEqualTo(Suppression.SCHEDULED);
        assertThat(suppressions.at("7", START.plusSeconds(600))).isEqualTo(Suppression.REAL_TIME);
    }

    @Test
    void theNextChangeIsThatOfAnyWindowOfTheTest() {
        var suppressions = new Suppressions(List.of(window("real-time", 1_200, true), window("real-time", 600, true)));

        assertThat(suppressions.changesAfter("7", START.minusSeconds(60))).contains(START);
        assertThat(suppressions.changesAfter("7", START)).contains(START.plusSeconds(600));
        assertThat(suppressions.changesAfter("7", START.plusSeconds(600))).contains(START.plusSeconds(1_200));
        assertThat(suppressions.changesAfter("7", START.plusSeconds(1_200))).isEmpty();
    }

    @Test
    void aWindowWhichIsNotEnabledSuppressesNothing() {
        var suppressions = new Suppressions(List.of(window("scheduled", 600, false)));

        assertThat(suppressions.at("7", START)).isEqualTo(Suppression.NONE);
        assertThat(suppressions.changesAfter("7", START)).isEmpty();
    }

    private static SuppressionWindow window(String type, int seconds, boolean enabled) {
        return new SuppressionWindow(1, new WindowSettings("w", enabled, START.toString(), seconds, null, null, null, type,
                List.of("7")));
    }
}

package io.tocsin.alerts.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** wire/thousandeyes.md §4.6. */
class BaselineTest {

    private static final long ROUND = 300;
    private static final long DAY = 86_400;

    private final Baseline baseline = new Baseline();

    @Test
    void fewerThan24PointsSayNothing() {
        add(23);

        assertThat(baseline.quantile(23 * ROUND, 0.9)).isEmpty();
        add(24);
        assertThat(baseline.quantile(24 * ROUND, 0.9)).isPresent();
    }

    @Test
    void aQuantileIsTheValueBelowWhichTheShareLies() {
        add(100);

        assertThat(baseline.quantile(100 * ROUND, 0.9)).hasValue(89);
        assertThat(baseline.quantile(100 * ROUND, 0.05)).hasValue(4);
    }

    @Test
    void onlyThe24HoursBeforeTheRoundCount() {
        add(400);

        assertThat(baseline.quantile(400 * ROUND, 1)).hasValue(399);
        assertThat(baseline.quantile(300 * ROUND, 1)).hasValue(299);
        assertThat(baseline.quantile(400 * ROUND + DAY, 1)).isEmpty();
    }

    @Test
    void oneRoundOfFiveMinutesCounts() {
        assertThat(baseline.add(0, 1)).isTrue();
        assertThat(baseline.add(60, 2)).isFalse();
    }

    @Test
    void itIsTheSameAfterItsTable() {
        add(50);

        var read = Baseline.read(baseline.write());

        assertThat(read.quantile(50 * ROUND, 0.5)).isEqualTo(baseline.quantile(50 * ROUND, 0.5));
        assertThat(read.write()).isEqualTo(baseline.write());
    }

    private void add(int points) {
        for (int round = 0; round < points; round++) {
            baseline.add(round * ROUND, round);
        }
    }
}

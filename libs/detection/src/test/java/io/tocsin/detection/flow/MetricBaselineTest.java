package io.tocsin.detection.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntToDoubleFunction;

import org.junit.jupiter.api.Test;

class MetricBaselineTest {

    private static final int DAY = 24 * 60;

    @Test
    void loadWhichFollowsTheDayIsUsual() {
        var deviating = deviating(3 * DAY, minute -> 100 * (1 + 0.5 * Math.sin(2 * Math.PI * minute / DAY)));

        assertThat(deviating).isZero();
    }

    @Test
    void aSlowDriftIsUsual() {
        var deviating = deviating(DAY, minute -> 100.0 + minute / 10.0);

        assertThat(deviating).isZero();
    }

    @Test
    void aStepWhichComesEveryDayIsUsualFromTheSecondDayOn() {
        IntToDoubleFunction step = minute -> minute % DAY >= 600 && minute % DAY < 960 ? 200 : 100;

        assertThat(deviating(DAY, step)).isPositive();
        assertThat(deviating(2 * DAY, step)).isEqualTo(deviating(DAY, step));
    }

    @Test
    void aTimeWhichDoublesIsBeyondItsPastForHours() {
        var deviating = deviating(DAY, minute -> minute < DAY - 120 ? 100 : 200);

        assertThat(deviating).isEqualTo(120);
    }

    /** In how many minutes the time was beyond its past. */
    private static int deviating(int minutes, IntToDoubleFunction time) {
        var baseline = new MetricBaseline(Metric.Kind.TIME);
        var deviating = 0;
        for (int minute = 0; minute < minutes; minute++) {
            var noise = 1 + (minute * 7 % 5 - 2) * 0.01;
            deviating += baseline.isBeyond(noise * time.applyAsDouble(minute), 60L * minute, MetricSettings.DEFAULT) ? 1 : 0;
        }
        return deviating;
    }
}

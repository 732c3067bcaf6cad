package io.tocsin.events.detection.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much of a backfill is in memory at once. */
class PaceTest {

    private static final int RESULTS = 20_000;
    private static final int HOUR = 60;

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 400, 19_999, 20_001, 50_000 })
    void neverMoreThanIsWantedOrOneMinuteHas(int perMinute) {
        var pace = new Pace(RESULTS);
        for (int turn = 0; turn < 10; turn++) {
            var minutes = pace.minutes();

            assertThat(minutes * perMinute).isLessThanOrEqualTo(Math.max(RESULTS, perMinute));
            pace.saw(minutes * perMinute, minutes);
        }
        assertThat(pace.minutes()).isEqualTo(Math.max(1, Math.min(HOUR, RESULTS / Math.max(1, perMinute))));
    }

    @Test
    void afterEmptyMinutesItGrowsByAndBySinceTheNextMayBeFull() {
        var pace = new Pace(RESULTS);

        pace.saw(0, 1);
        var then = pace.minutes();
        pace.saw(50_000, then);

        assertThat(then).isEqualTo(4);
        assertThat(pace.minutes()).isEqualTo(1);
    }
}

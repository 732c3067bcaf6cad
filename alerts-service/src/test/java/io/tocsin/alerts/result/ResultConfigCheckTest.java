package io.tocsin.alerts.result;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class ResultConfigCheckTest {

    private static final Duration TOLERANCE = Duration.ofMinutes(15);
    private static final Duration DAY = Duration.ofDays(1);

    private record Settings(Duration tolerance, Duration silence, Duration keep) implements ResultConfig {

        @Override
        public String muteEvery() {
            return "off";
        }

        @Override
        public String forgetEvery() {
            return "off";
        }

        @Override
        public String forgetBaselinesEvery() {
            return "off";
        }
    }

    @Test
    void testsAreKeptAsLongAsTheirResultsMayBeLate() {
        assertThatCode(() -> new ResultConfigCheck(new Settings(TOLERANCE, DAY, Duration.ofDays(31))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new ResultConfigCheck(new Settings(TOLERANCE, DAY, Duration.ofDays(30))))
                .hasMessage("tocsin.alerts.results.keep must be at least 31 days, by which a result may be late, not PT720H");
    }

    @Test
    void nobodyIsSilentForLongerThanItIsKeptOrShorterThanItMayBeLate() {
        assertThatThrownBy(() -> new ResultConfigCheck(new Settings(TOLERANCE, Duration.ofDays(50), Duration.ofDays(40))))
                .hasMessageContaining("at least as long as tocsin.alerts.results.silence");
        assertThatThrownBy(() -> new ResultConfigCheck(new Settings(TOLERANCE, TOLERANCE, Duration.ofDays(40))))
                .hasMessageContaining("silence must be longer than tocsin.alerts.results.tolerance");
    }
}

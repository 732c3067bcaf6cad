package io.tocsin.detection.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.tocsin.detection.component.Phase;

class PersistenceTest {

    private static final int MINUTES = 200;

    private final Persistence persistence = new Persistence();

    @Test
    void whatComesBackAgainAndAgainIsExpectedTo() {
        watch(minute -> minute % 2 == 0);

        assertThat(persistence.comesBack(1)).isGreaterThan(0.8);
        assertThat(persistence.goesOn(1)).isLessThan(0.1);
    }

    @Test
    void whatLastsIsExpectedTo() {
        watch(minute -> minute % 50 < 10);

        assertThat(persistence.goesOn(1)).isGreaterThan(0.5);
        assertThat(persistence.comesBack(1)).isLessThan(0.1);
    }

    @Test
    void aFailureOfLongAgoDoesNotComeBack() {
        watch(minute -> minute % 20 == 0);

        assertThat(persistence.comesBack(17)).isZero();
    }

    private interface Weather {

        boolean fails(int minute);
    }

    private void watch(Weather weather) {
        var flow = new Flow(new FlowKey("1", "test", "agent", ""));
        for (int minute = 1; minute <= MINUTES; minute++) {
            flow.advance(1);
            flow.see(weather.fails(minute) ? Phase.SERVER : null, 60);
            flow.closeRound(minute);
            persistence.learn(flow);
            persistence.advance(1);
        }
    }
}

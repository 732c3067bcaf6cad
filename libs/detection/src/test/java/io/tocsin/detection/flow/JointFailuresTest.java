package io.tocsin.detection.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.tocsin.detection.component.Phase;

class JointFailuresTest {

    private static final int EVERY = 10;
    private static final double OFTEN = 0.2;

    private final JointFailures joint = new JointFailures(NoiseSettings.DEFAULT);
    private final List<Flow> flows = IntStream.range(0, 12).mapToObj(JointFailuresTest::flow).toList();

    @Test
    void aTestWhichFailsForAllAgainAndAgainIsNoise() {
        minutes(4 * EVERY, flow -> false);

        assertThat(joint.isNoisy(flows.get(0))).isTrue();
    }

    @Test
    void flowsWhichFailAnywayDoNotHideThatTheOthersFailTogether() {
        minutes(4 * EVERY, flow -> flow % 2 == 0);

        assertThat(joint.isNoisy(flows.get(0))).isTrue();
    }

    /** @param always which flows fail in all minutes; the others do so every tenth */
    private void minutes(int count, IntPredicate always) {
        for (int minute = 1; minute <= count; minute++) {
            for (int number = 0; number < flows.size(); number++) {
                var flow = flows.get(number);
                flow.advance(1);
                flow.see(always.test(number) || minute % EVERY == 0 ? Phase.SERVER : null, 60);
                flow.closeRound(minute);
                joint.see(flow, flow.isOnset());
            }
            joint.closeMinute();
        }
    }

    private static Flow flow(int agent) {
        var flow = new Flow(new FlowKey("1", "1000", "a" + agent, ""));
        flow.own().expect(OFTEN, NoiseSettings.DEFAULT);
        return flow;
    }
}

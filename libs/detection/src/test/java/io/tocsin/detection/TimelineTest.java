package io.tocsin.detection;

import static io.tocsin.detection.Site.BEGIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import io.tocsin.model.result.TestResult;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class TimelineTest {

    private static final DetectionSettings SOON = new DetectionSettings(DetectionSettings.DEFAULT.metrics(),
            DetectionSettings.DEFAULT.noise(), DetectionSettings.DEFAULT.diagnosis(), DetectionSettings.DEFAULT.life(), 40);
    private static final int MINUTES = 180;
    private static final int FAULT = BEGIN + 70;
    private static final Site SITE = new Site((minute, agent, server) -> fails(minute, agent, server) ? "HTTP" : "None");

    private static boolean fails(int minute, int agent, int server) {
        var alone = Math.floorMod((minute * 31 + agent * 17 + server * 7) * 2_654_435_761L, 997) < 4;
        return alone || server == 2 && minute >= FAULT && minute < FAULT + 30 || agent == 1 && minute >= FAULT + 20
                && minute < FAULT + 50;
    }

    @Property(tries = 8)
    void resultsInAnyOrderGiveTheEventsOfThoseOnTime(@ForAll long seed) {
        var random = new Random(seed);
        var onTime = new Arrivals();
        var late = new Arrivals();

        for (int minute = BEGIN; minute < BEGIN + MINUTES; minute++) {
            onTime.add(SITE.minute(minute));
            onTime.timeline.advance(minute);
        }
        var waiting = new TreeMap<Integer, List<TestResult>>();
        for (int minute = BEGIN; minute < BEGIN + MINUTES; minute++) {
            for (var result : SITE.minute(minute)) {
                var delay = random.nextInt(400) == 0 ? random.nextInt(MINUTES) : 0;
                waiting.computeIfAbsent(minute + delay, none -> new ArrayList<>())
                        .add(random.nextInt(3) == 0
                                ? 0
                                : waiting.get(minute
                                        + delay).size(), result);
            }
            late.add(waiting.getOrDefault(minute, List.of()));
            late.timeline.advance(minute);
        }
        waiting.tailMap(BEGIN + MINUTES).values().forEach(late::add);
        late.timeline.advance(BEGIN + MINUTES - 1);

        assertThat(onTime.timeline.events()).isNotEmpty();
        assertThat(late.timeline.events()).isEqualTo(onTime.timeline.events());
    }

    @Test
    void anEventWhichLateResultsTakeBackIsWithdrawn() {
        var arrivals = new Arrivals();
        for (int minute = BEGIN; minute < FAULT; minute++) {
            arrivals.add(SITE.minute(minute));
        }
        arrivals.add(SITE.minute(FAULT));
        arrivals.add(SITE.minute(FAULT + 1));
        var opened = arrivals.timeline.advance(FAULT + 1).changed();

        var healthy = new Site((minute, agent, server) -> "None");
        arrivals.results.put(FAULT, healthy.minute(FAULT));
        arrivals.timeline.changed(FAULT);
        var verdict = arrivals.timeline.advance(FAULT + 1);

        assertThat(opened).hasSize(1);
        assertThat(verdict.withdrawn()).containsExactly(opened.get(0).id());
    }

    /** A store of results, and who judges what is in it. */
    private static final class Arrivals {

        private final Map<Integer, List<TestResult>> results = new HashMap<>();
        private final Timeline timeline = new Timeline("org", SOON, minute -> results.getOrDefault(minute, List.of()), BEGIN);

        private void add(List<TestResult> arrived) {
            for (var result : arrived) {
                var minute = (int) (result.roundId() / 60);
                results.computeIfAbsent(minute, none -> new ArrayList<>()).add(result);
                timeline.changed(minute);
            }
        }
    }
}

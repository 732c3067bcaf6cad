package io.tocsin.detection;

import static io.tocsin.detection.Site.BEGIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import io.tocsin.detection.Found.Course;
import io.tocsin.detection.component.Phase;
import io.tocsin.detection.life.DetectedEvent;
import io.tocsin.model.result.TestResult;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class TimelineTest {

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
        var onTime = onTime();
        var late = new Arrivals(BEGIN);

        var waiting = new TreeMap<Integer, List<TestResult>>();
        for (int minute = BEGIN; minute < BEGIN + MINUTES; minute++) {
            for (var result : SITE.minute(minute)) {
                var delay = random.nextInt(400) == 0 ? random.nextInt(MINUTES) : 0;
                var arriving = waiting.computeIfAbsent(minute + delay, none -> new ArrayList<>());
                arriving.add(random.nextInt(arriving.size() + 1), result);
            }
            late.add(waiting.getOrDefault(minute, List.of()));
            late.advance(minute);
        }
        waiting.tailMap(BEGIN + MINUTES).values().forEach(late::add);
        late.advance(BEGIN + MINUTES - 1);

        assertThat(onTime.events()).isNotEmpty();
        assertThat(late.events()).isEqualTo(onTime.events());
    }

    @Test
    void whoeverIsRestartedAtAnyTimeTellsTheSame() {
        var restarted = new Arrivals(BEGIN);

        for (int minute = BEGIN; minute < BEGIN + MINUTES; minute++) {
            restarted.add(SITE.minute(minute));
            restarted.advance(minute);
            if (minute % 7 == 0) {
                restarted.restart();
            }
        }

        assertThat(restarted.events()).isEqualTo(onTime().events());
    }

    @Test
    void resultsOfBeforeTheFirstOnesAreJudgedAsIfTheyHadComeOnTime() {
        var backwards = new Arrivals(FAULT + 10);
        backwards.add(minutes(FAULT + 10, BEGIN + MINUTES));
        backwards.advance(BEGIN + MINUTES - 1);

        backwards.add(minutes(BEGIN, FAULT + 10));
        backwards.advance(BEGIN + MINUTES - 1);

        assertThat(backwards.events()).isEqualTo(onTime().events());
    }

    @Test
    void anEventWhichLateResultsTakeBackIsToldNoMore() {
        var arrivals = new Arrivals(BEGIN);
        arrivals.add(minutes(BEGIN, FAULT + 2));
        var opened = arrivals.advance(FAULT + 1).findings();

        arrivals.replace(FAULT, new Site((minute, agent, server) -> "None").minute(FAULT));
        var verdict = arrivals.advance(FAULT + 1);

        assertThat(opened).hasSize(1);
        assertThat(verdict.since()).isLessThanOrEqualTo(FAULT);
        assertThat(verdict.findings()).isEmpty();
    }

    @Test
    void aFindingShowsItsComponentBeforeAndDuringTheFault() {
        var arrivals = new Arrivals(BEGIN);
        arrivals.add(minutes(BEGIN, FAULT + 5));

        var found = arrivals.advance(FAULT + 4).findings().get(0);

        assertThat(found.event().state()).isEqualTo(DetectedEvent.State.ACTIVE);
        assertThat(found.phases()).containsEntry(Phase.SERVER, Site.AGENTS);
        assertThat(found.course()).filteredOn(point -> point.minute() >= FAULT)
                .hasSize(5)
                .allSatisfy(point -> assertThat(point.failures()).isEqualTo(point.rounds()));
        assertThat(found.course()).filteredOn(point -> point.minute() < FAULT)
                .hasSizeGreaterThan(50)
                .extracting(Course::failures)
                .contains(0);
    }

    private static Arrivals onTime() {
        var onTime = new Arrivals(BEGIN);
        for (int minute = BEGIN; minute < BEGIN + MINUTES; minute++) {
            onTime.add(SITE.minute(minute));
            onTime.advance(minute);
        }
        return onTime;
    }

    private static List<TestResult> minutes(int from, int until) {
        var results = new ArrayList<TestResult>();
        for (int minute = from; minute < until; minute++) {
            results.addAll(SITE.minute(minute));
        }
        return results;
    }
}

package io.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;

import io.tocsin.model.result.TestResult;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LateResultsTest {

    private static final int DAY = 24 * 60;
    private static final int MINUTES = 26 * 60;
    private static final int END = Site.BEGIN + MINUTES;

    /** Backfills of up to a day: all results of some minutes, or those of one agent, come later; the results of a minute in any order. */
    @Property(tries = 3)
    void resultsUpToADayLateGiveTheEventsOfThoseOnTime(@ForAll long seed) {
        var site = new RandomSite(seed, MINUTES);
        var random = new Random(seed);
        var onTime = new Arrivals(Site.BEGIN);
        var late = new Arrivals(Site.BEGIN);
        var waiting = new HashMap<Integer, List<TestResult>>();
        var backfills = backfills(random);

        for (int minute = Site.BEGIN; minute < END; minute++) {
            onTime.add(site.minute(minute));
            onTime.advance(minute);
            var shuffled = new ArrayList<>(site.minute(minute));
            Collections.shuffle(shuffled, random);
            for (var result : shuffled) {
                waiting.computeIfAbsent(arrival(result, minute, backfills), none -> new ArrayList<>()).add(result);
            }
            late.add(waiting.getOrDefault(minute, List.of()));
            late.advance(minute);
        }

        assertThat(onTime.events()).as("a world without events shows nothing").isNotEmpty();
        assertThat(late.events()).isEqualTo(onTime.events());
    }

    /** @param agent whose results are held back; empty for those of all */
    private record Backfill(String agent, int from, int until, int arrival) {}

    private static List<Backfill> backfills(Random random) {
        var backfills = new ArrayList<Backfill>();
        for (int count = 0; count < 6; count++) {
            var from = Site.BEGIN + random.nextInt(MINUTES - 60);
            var until = from + random.nextInt(60);
            var latest = Math.min(END - 1, from + DAY);
            backfills.add(new Backfill(random.nextBoolean() ? "" : "a" + random.nextInt(3), from, until,
                    until + random.nextInt(Math.max(1, latest - until))));
        }
        return backfills;
    }

    private static int arrival(TestResult result, int minute, List<Backfill> backfills) {
        return backfills.stream()
                .filter(held -> held.from() <= minute && minute <= held.until())
                .filter(held -> held.agent().isEmpty() || held.agent().equals(result.source().id()))
                .mapToInt(Backfill::arrival)
                .max()
                .orElse(minute);
    }
}

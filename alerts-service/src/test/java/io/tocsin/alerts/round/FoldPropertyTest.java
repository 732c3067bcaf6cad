package io.tocsin.alerts.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** wire/thousandeyes.md §4.5: the alerts are those which a recomputation from scratch finds, however the results came. */
class FoldPropertyTest {

    private static final long RULE = 7;
    private static final int TOLERANCE = 3;

    @Property(tries = 3_000)
    void anyOrderWithinTheToleranceAnyBatchingAndRepetitionGiveTheAlertsOfTheReference(
            @ForAll("conditions") GlobalCondition condition, @ForAll("courses") List<Seen> course, @ForAll Random random) {
        var log = new TestLog();
        var found = new TreeMap<Long, Occurrence>();

        for (var batch : batches(shuffled(course, random), random)) {
            batch.forEach(seen -> take(log, seen));
            long settled = log.settled();
            found.tailMap(settled, false).clear();
            found.values().removeIf(occurrence -> occurrence.end() == null || occurrence.end() > settled);
            log.occurrences(RULE, condition).forEach(occurrence -> found.put(occurrence.start(), occurrence));
            log.settle(TOLERANCE, rule -> condition);
        }

        assertThat(found.values().stream().map(FoldPropertyTest::shown))
                .containsExactlyElementsOf(new ReferenceEvaluator(condition, course).alerts());
    }

    @Property(tries = 500)
    void whatIsKeptDoesNotGrow(@ForAll("conditions") GlobalCondition condition, @ForAll("courses") List<Seen> course) {
        var log = new TestLog();

        course.forEach(seen -> {
            take(log, seen);
            log.settle(TOLERANCE, rule -> condition);
            assertThat(log.reports()).hasSizeLessThanOrEqualTo(GlobalCondition.LOOK_BACK + TOLERANCE);
        });
    }

    private static void take(TestLog log, Seen seen) {
        assertThat(log.admits(seen.round())).isTrue();
        log.report(seen.round(), seen.source(), null);
        if (seen.violates()) {
            log.rule(RULE, "").put(seen.round(), seen.source(), new Mark(true, seen.metrics(), 1));
        }
    }

    /** Nothing comes after what is more than the tolerance later. */
    private static List<Seen> shuffled(List<Seen> course, Random random) {
        var due = new TreeMap<Double, List<Seen>>();
        course.forEach(seen -> {
            due.computeIfAbsent(seen.round() + random.nextDouble() * TOLERANCE, any -> new ArrayList<>()).add(seen);
            if (random.nextInt(4) == 0) {
                due.computeIfAbsent(seen.round() + random.nextDouble() * TOLERANCE, any -> new ArrayList<>()).add(seen);
            }
        });
        return due.values().stream().flatMap(List::stream).toList();
    }

    private static List<List<Seen>> batches(List<Seen> all, Random random) {
        var batches = new ArrayList<List<Seen>>();
        for (int from = 0, to; from < all.size(); from = to) {
            to = Math.min(all.size(), from + 1 + random.nextInt(9));
            batches.add(all.subList(from, to));
        }
        return batches;
    }

    private static String shown(Occurrence occurrence) {
        return occurrence.start() + ".." + end(occurrence.end()) + " " + new TreeMap<>(occurrence.parts()).entrySet()
                .stream()
                .map(part -> part.getKey() + " " + part.getValue().start() + ".." + end(part.getValue().end()))
                .collect(Collectors.joining(", "));
    }

    private static String end(Long end) {
        return end == null ? "" : end.toString();
    }

    @Provide
    Arbitrary<GlobalCondition> conditions() {
        return Combinators.combine(Arbitraries.integers().between(1, 4), Arbitraries.integers().between(0, 3),
                Arbitraries.of(true, false), Arbitraries.integers().between(1, 3), Arbitraries.of(0, 0, 30, 60))
                .as((required, more, exact, sources, pct) -> new GlobalCondition(required, required + more, exact, sources,
                        pct));
    }

    /** Rounds of up to four sources, some of which join late, leave or stay silent; in the order of the rounds. */
    @Provide
    Arbitrary<List<Seen>> courses() {
        var seen = Combinators.combine(Arbitraries.longs().between(1, 30), Arbitraries.of("a", "b", "c", "d"),
                Arbitraries.of(true, true, false)).as(Seen::new);
        return seen.list()
                .uniqueElements(one -> one.round() + one.source())
                .ofMinSize(1)
                .ofMaxSize(80)
                .map(list -> list.stream().sorted(Comparator.comparingLong(Seen::round)).toList());
    }
}

package io.tocsin.alerts.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Follows the number of one source from moment to moment, and notes while it violates the threshold. */
final class CourseFinder {

    private final int threshold;
    private final Map<String, Integer> counting = new HashMap<>();
    private final List<Violation> violations = new ArrayList<>();
    private Moment since;
    private int numberAtStart;

    private CourseFinder(int threshold) {
        this.threshold = threshold;
    }

    /**
     * @param matches those which count at this moment or later, in any order; of those which began before it, as many as the
     *        threshold needs, the longest first, are enough
     */
    static Course find(int threshold, List<Match> matches, Moment from) {
        var begins = new TreeMap<Moment, List<String>>();
        var ends = new TreeMap<Moment, List<String>>();
        for (var match : matches) {
            add(begins, Moment.later(match.span().start(), from), match.counted());
            add(ends, match.span().end(), match.counted());
        }
        return new CourseFinder(threshold).follow(from, begins, ends);
    }

    private static void add(Map<Moment, List<String>> steps, Moment at, String counted) {
        steps.computeIfAbsent(at, moment -> new ArrayList<>()).add(counted);
    }

    private Course follow(Moment from, TreeMap<Moment, List<String>> begins, TreeMap<Moment, List<String>> ends) {
        step(from, begins, ends);
        int number = counting.size();
        var moments = new TreeSet<>(begins.keySet());
        moments.addAll(ends.keySet());
        moments.tailSet(from, false).forEach(moment -> step(moment, begins, ends));
        return new Course(from, number, violations);
    }

    /** All that one moment does is done before the number is looked at: one event may bring several values. */
    private void step(Moment at, Map<Moment, List<String>> begins, Map<Moment, List<String>> ends) {
        begins.getOrDefault(at, List.of()).forEach(value -> counting.merge(value, 1, Integer::sum));
        ends.getOrDefault(at, List.of()).forEach(value -> counting.computeIfPresent(value, CourseFinder::oneLess));
        boolean violated = counting.size() >= threshold;
        if (violated && since == null) {
            since = at;
            numberAtStart = counting.size();
        } else if (!violated && since != null) {
            violations.add(new Violation(new Span(since, at), numberAtStart, counting.size()));
            since = null;
        }
    }

    private static Integer oneLess(String value, int times) {
        return times == 1 ? null : times - 1;
    }
}

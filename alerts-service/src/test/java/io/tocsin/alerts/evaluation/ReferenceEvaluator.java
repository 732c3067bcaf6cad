package io.tocsin.alerts.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntPredicate;

import io.tocsin.model.Event;

/**
 * The alerts of one rule by the definition: at every moment at which anything can change, look at all events again. Slow and plain,
 * so that it can be believed.
 *
 * @param counted what of a match is one, however often it comes
 * @param violates the threshold
 */
record ReferenceEvaluator(
        Duration last,
        Function<Event, String> sourceOf,
        Function<Event, String> counted,
        IntPredicate violates) {

    /** An alert: when it began and ended, and for each of its sources the same with what was counted then. */
    record Told(Instant start, Instant end, Map<String, Source> sources) {}

    record Source(Instant start, Instant end, int atStart, int atEnd) {}

    /** @param by an event's id, or 0 for the edge of a window, which comes before all events of its instant */
    private record Point(Instant at, long by) implements Comparable<Point> {

        @Override
        public int compareTo(Point other) {
            int byTime = at.compareTo(other.at);
            return byTime == 0 ? Long.compare(by, other.by) : byTime;
        }
    }

    List<Told> alertsOf(List<Event> events) {
        var points = new TreeSet<Point>();
        events.forEach(event -> points.add(point(event)));
        events.forEach(event -> points.add(edge(event)));
        var alerts = new ArrayList<Told>();
        var run = new Run(alerts);
        points.forEach(point -> run.look(point, numbers(events, point)));
        run.finish();
        return alerts;
    }

    private static Point point(Event event) {
        return new Point(event.receivedAt(), event.id());
    }

    private Point edge(Event event) {
        return new Point(event.receivedAt().plus(last), 0);
    }

    /** By source, how much counts at this point. */
    private Map<String, Integer> numbers(List<Event> events, Point now) {
        var values = new TreeMap<String, TreeSet<String>>();
        for (var event : events) {
            if (!event.content().isRecovery() && point(event).compareTo(now) <= 0 && edge(event).compareTo(now) > 0
                    && !isRecovered(event, events, now)) {
                values.computeIfAbsent(sourceOf.apply(event), any -> new TreeSet<>()).add(counted.apply(event));
            }
        }
        var numbers = new TreeMap<String, Integer>();
        values.forEach((source, of) -> numbers.put(source, of.size()));
        return numbers;
    }

    private static boolean isRecovered(Event match, List<Event> events, Point now) {
        return events.stream()
                .filter(event -> event.content().isRecovery())
                .filter(event -> event.content().aggregationKey().equals(match.content().aggregationKey()))
                .anyMatch(event -> point(event).compareTo(point(match)) > 0 && point(event).compareTo(now) <= 0);
    }

    /** Walks along the points and keeps what is open. */
    private final class Run {

        private final List<Told> alerts;
        private final Map<String, Source> sources = new TreeMap<>();
        private final TreeSet<String> violating = new TreeSet<>();
        private Instant start;
        private Point end;

        Run(List<Told> alerts) {
            this.alerts = alerts;
        }

        void look(Point now, Map<String, Integer> numbers) {
            var before = new TreeSet<>(violating);
            violating.clear();
            numbers.forEach((source, number) -> {
                if (violates.test(number)) {
                    violating.add(source);
                }
            });
            if (start != null && end != null && !violating.isEmpty() && !(end.by() == 0 && end.at().equals(now.at()))) {
                finish();
            }
            violating.forEach(source -> begin(source, now, numbers.get(source), before));
            before.removeAll(violating);
            before.forEach(source -> end(source, now, numbers.getOrDefault(source, 0)));
            end = violating.isEmpty() ? (end == null ? now : end) : null;
        }

        private void begin(String source, Point now, int number, TreeSet<String> before) {
            start = start == null ? now.at() : start;
            if (!before.contains(source)) {
                sources.merge(source, new Source(now.at(), null, number, 0),
                        (known, fresh) -> new Source(known.start(), null, known.atStart(), 0));
            }
        }

        private void end(String source, Point now, int number) {
            sources.computeIfPresent(source, (any, known) -> new Source(known.start(), now.at(), known.atStart(), number));
        }

        void finish() {
            if (start != null) {
                alerts.add(new Told(start, end.at(), Map.copyOf(sources)));
            }
            start = null;
            end = null;
            sources.clear();
        }
    }
}

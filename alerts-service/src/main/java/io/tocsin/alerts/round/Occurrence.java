package io.tocsin.alerts.round;

import java.util.Map;
import java.util.TreeMap;

/**
 * One alert, from the round which completed the global condition to the first in which no source violates any more.
 *
 * @param end null while it lasts
 * @param parts by source, all which ever violated in it
 */
public record Occurrence(long start, Long end, Map<String, Part> parts) {

    public Occurrence {
        parts = Map.copyOf(parts);
    }

    public boolean lasts() {
        return end == null;
    }

    public boolean overlaps(long from, Long until) {
        return (end == null || from <= end) && (until == null || start <= until);
    }

    /** What the next round makes of it. */
    Occurrence after(Round round, long goneBefore) {
        var next = new TreeMap<String, Part>();
        parts.forEach((source, part) -> next.put(source, after(part, source, round, goneBefore)));
        round.violations().forEach((source, metrics) -> next.putIfAbsent(source, Part.joining(round.id(), metrics)));
        return ending(round.id(), next);
    }

    private static Part after(Part part, String source, Round round, long goneBefore) {
        if (round.isViolatedBy(source)) {
            return part.violatingIn(round.id(), round.measured(source));
        }
        if (round.isReportedBy(source)) {
            return part.wellIn(round.id(), round.measured(source));
        }
        return part.violates() && part.heard() < goneBefore ? part.goneIn(round.id()) : part;
    }

    private Occurrence ending(long round, Map<String, Part> next) {
        return new Occurrence(start, next.values().stream().anyMatch(Part::violates) ? null : Long.valueOf(round), next);
    }
}

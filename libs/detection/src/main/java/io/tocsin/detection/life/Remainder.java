package io.tocsin.detection.life;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.tocsin.detection.component.Component;
import io.tocsin.detection.flow.Flow;
import io.tocsin.detection.flow.FlowBook;
import io.tocsin.detection.flow.Strip;

/**
 * A smaller component to which an event has shrunk: most of that fails, and all else that the event touched is well.
 *
 * @param from the first minute in which only this failed
 * @param failing flows of it
 */
record Remainder(Component part, int from, int failing) {

    private static final int FEWEST = 2;

    /** Of an event which was over after this minute, but for flows which fail on. */
    static Optional<Remainder> after(int until, Component whole, List<Flow> failing, FlowBook book, LifeSettings settings) {
        var left = failing.stream().filter(flow -> flow.strip().failedWithin(1) && flow.lastRound() > until).toList();
        return left.size() < FEWEST
                ? Optional.empty()
                : Shared.mostlyIn(left, whole, settings.wholeShare(), book)
                        .map(part -> new Remainder(part, until + 1, left.size()));
    }

    /**
     * Of an event which goes on, when all else has been well for as long as makes an event over.
     *
     * @param flows all that it touched
     */
    static Optional<Remainder> of(Component whole, List<Flow> flows, FlowBook book, LifeSettings settings) {
        var failing = new TreeMap<Component, Integer>();
        flows.stream()
                .filter(Extent::fails)
                .forEach(flow -> flow.components().forEach(part -> failing.merge(part, 1, Integer::sum)));
        return failing.entrySet()
                .stream()
                .filter(part -> part.getValue() >= FEWEST
                        && Shared.isMostOf(part.getKey(), part.getValue(), whole, settings.wholeShare(), book))
                .sorted(Map.Entry.<Component, Integer>comparingByValue().reversed())
                .flatMap(part -> alone(part.getKey(), part.getValue(), flows, book, settings).stream())
                .findFirst();
    }

    private static Optional<Remainder> alone(Component part, int failing, List<Flow> flows, FlowBook book,
            LifeSettings settings) {
        var others = flows.stream().filter(flow -> !flow.components().contains(part)).toList();
        var rounds = others.stream().mapToInt(Flow::intervalMinutes).max().orElse(Strip.MINUTES);
        var quiet = quietMinutes(others);
        return quiet < Math.max(settings.quietMinutes(), FEWEST * rounds) || quiet == Strip.MINUTES
                ? Optional.empty()
                : Optional.of(new Remainder(part, book.minute() - quiet + 1, failing));
    }

    /** Since more of them failed than may by themselves; all that is known if they never did. */
    private static int quietMinutes(List<Flow> others) {
        var byThemselves = Math.max(1, Pulse.byThemselves(others));
        var quiet = 0;
        while (quiet < Strip.MINUTES && failed(others, quiet) <= byThemselves) {
            quiet++;
        }
        return quiet;
    }

    private static long failed(List<Flow> flows, int minutesAgo) {
        return flows.stream().filter(flow -> flow.strip().failed(minutesAgo)).count();
    }
}

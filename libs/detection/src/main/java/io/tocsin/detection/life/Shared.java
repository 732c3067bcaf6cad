package io.tocsin.detection.life;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.tocsin.detection.component.Component;
import io.tocsin.detection.flow.Flow;
import io.tocsin.detection.flow.FlowBook;

/** What flows have in common. */
final class Shared {

    private Shared() {}

    /** The components which all of them pass. */
    static Set<Component> by(Collection<Flow> flows) {
        var shared = new TreeSet<Component>();
        flows.stream().limit(1).forEach(flow -> shared.addAll(flow.components()));
        flows.forEach(flow -> shared.retainAll(flow.components()));
        return shared;
    }

    /** The smallest component which all of these pass and of which they are at least this share; empty unless it is smaller than this one. */
    static Optional<Component> mostlyIn(List<Flow> failing, Component wide, double share, FlowBook book) {
        return by(failing).stream()
                .filter(part -> isMostOf(part, failing.size(), wide, share, book))
                .min(Comparator.comparingInt((Component part) -> book.members(part).size())
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Whether it is smaller than the wide one, and so many flows are at least this share of it. */
    static boolean isMostOf(Component part, int failing, Component wide, double share, FlowBook book) {
        var size = book.members(part).size();
        return size < book.members(wide).size() && failing >= share * size;
    }
}

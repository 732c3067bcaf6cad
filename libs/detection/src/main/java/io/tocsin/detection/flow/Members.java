package io.tocsin.detection.flow;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.tocsin.detection.component.Component;

/** Which flows pass each component, always in the same order. */
final class Members {

    private final Comparator<Flow> order;
    private final Map<Component, Set<Flow>> flows = new TreeMap<>();

    Members(Comparator<Flow> order) {
        this.order = order;
    }

    void move(Flow flow, List<Component> components) {
        remove(flow);
        flow.moveTo(components);
        add(flow);
    }

    void add(Flow flow) {
        flow.components().forEach(component -> flows.computeIfAbsent(component, name -> new TreeSet<>(order)).add(flow));
    }

    void remove(Flow flow) {
        flow.components()
                .forEach(component -> flows.computeIfPresent(component,
                        (name, passing) -> passing.remove(flow) && passing.isEmpty() ? null : passing));
    }

    /** Empty of a component which no flow passes. */
    Collection<Flow> of(Component component) {
        return flows.getOrDefault(component, Set.of());
    }

    int components() {
        return flows.size();
    }
}

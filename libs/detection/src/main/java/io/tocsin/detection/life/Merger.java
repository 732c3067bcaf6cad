package io.tocsin.detection.life;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.tocsin.detection.component.Component;
import io.tocsin.detection.flow.Flow;
import io.tocsin.detection.flow.FlowBook;

/** Makes one event of several once nearly everything that passes some wider component fails. */
final class Merger {

    private final FlowBook book;
    private final LifeSettings settings;

    Merger(FlowBook book, LifeSettings settings) {
        this.book = book;
        this.settings = settings;
    }

    /** @return those which another one stands for now; they are not running any more */
    List<RunningEvent> merge(List<RunningEvent> running) {
        var gone = new ArrayList<RunningEvent>();
        if (running.size() < 2) {
            return gone;
        }
        for (var entry : byComponent(running).entrySet()) {
            var events = entry.getValue().stream().filter(running::contains).toList();
            if (events.size() > 1 && isWhole(entry.getKey(), events)) {
                var first = events.get(0);
                first.widenTo(entry.getKey(), events.stream().mapToInt(RunningEvent::since).max().orElseThrow());
                events.stream().skip(1).forEach(first::takeOver);
                gone.addAll(events.subList(1, events.size()));
                running.removeAll(gone);
            }
        }
        return gone;
    }

    /** The running events which lie within each component, the oldest first. */
    private Map<Component, List<RunningEvent>> byComponent(List<RunningEvent> running) {
        var events = new TreeMap<Component, List<RunningEvent>>();
        var oldestFirst = running.stream()
                .sorted(Comparator.comparingInt(RunningEvent::since).thenComparing(RunningEvent::id))
                .toList();
        for (var event : oldestFirst) {
            Shared.by(event.failing(book))
                    .forEach(component -> events.computeIfAbsent(component, none -> new ArrayList<>()).add(event));
        }
        return events;
    }

    private boolean isWhole(Component component, List<RunningEvent> events) {
        var failing = new HashSet<Flow>();
        events.forEach(event -> failing.addAll(event.failing(book)));
        var all = book.members(component).stream().filter(book::counts).toList();
        return all.stream().filter(failing::contains).count() >= settings.wholeShare() * all.size();
    }
}

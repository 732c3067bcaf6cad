package io.tocsin.events.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.tocsin.model.Scope;
import io.tocsin.query.EventQuery;

/** Those who hear the tail, together with all who ask the same of the same scope: each search is tried once per event. */
final class Audience {

    private final FeedFormat format;
    private final Map<Scope, Map<EventQuery, Set<Listener>>> listeners = new HashMap<>();

    Audience(FeedFormat format) {
        this.format = format;
    }

    void add(Listener listener) {
        listeners.computeIfAbsent(listener.scope(), scope -> new HashMap<>())
                .computeIfAbsent(listener.query(), query -> new LinkedHashSet<>())
                .add(listener);
    }

    void remove(Listener listener) {
        listeners.computeIfPresent(listener.scope(), (scope, queries) -> without(listener, queries));
    }

    private static Map<EventQuery, Set<Listener>> without(Listener listener, Map<EventQuery, Set<Listener>> queries) {
        queries.computeIfPresent(listener.query(), (query, alike) -> without(listener, alike));
        return queries.isEmpty() ? null : queries;
    }

    private static Set<Listener> without(Listener listener, Set<Listener> alike) {
        alike.remove(listener);
        return alike.isEmpty() ? null : alike;
    }

    boolean isEmpty() { return listeners.isEmpty(); }

    void hear(List<FeedEvent> events) {
        byScope(events).forEach(this::hear);
    }

    private Map<Scope, List<FeedEvent>> byScope(List<FeedEvent> events) {
        var heard = new HashMap<Scope, List<FeedEvent>>();
        for (var event : events) {
            if (listeners.containsKey(event.event().scope())) {
                heard.computeIfAbsent(event.event().scope(), scope -> new ArrayList<>()).add(event);
            }
        }
        return heard;
    }

    /** A listener who cannot keep up leaves while it hears; therefore the copy. */
    private void hear(Scope scope, List<FeedEvent> events) {
        for (var alike : List.copyOf(listeners.get(scope).entrySet())) {
            var frames = matching(alike.getKey(), events);
            if (!frames.isEmpty()) {
                var news = new News(frames);
                List.copyOf(alike.getValue()).forEach(listener -> listener.hear(news));
            }
        }
    }

    private List<Frame> matching(EventQuery query, List<FeedEvent> events) {
        var frames = new ArrayList<Frame>();
        for (var event : events) {
            if (query.matches(event.event())) {
                frames.add(event.frame(format));
            }
        }
        return frames;
    }
}

package io.tocsin.events.entity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

import jakarta.inject.Singleton;

import io.tocsin.model.Entity;
import io.tocsin.model.Scope;

/** What events named and nobody has written down yet. The same thing counts once a minute, which is as exact as it is kept. */
@Singleton
class Sightings {

    private static final Duration SAME = Duration.ofMinutes(1);

    /** Bounds memory: of more names in one minute the rest is left to the next one. */
    private static final int MOST_NAMES = 20_000;

    private final Clock clock;
    private final Map<Name, Boolean> known = new ConcurrentHashMap<>();
    private final Queue<Sighting> waiting = new ConcurrentLinkedQueue<>();

    private volatile Instant since = Instant.EPOCH;

    Sightings(Clock clock) {
        this.clock = clock;
    }

    void add(Scope scope, String name, Function<String, Entity> entity) {
        var key = new Name(scope, name);
        if (!known.containsKey(key) && known.size() < MOST_NAMES && known.putIfAbsent(key, true) == null) {
            waiting.add(new Sighting(scope, entity.apply(name), clock.instant()));
        }
    }

    /** At most so many, each entity once. */
    List<Sighting> take(int limit) {
        var now = clock.instant();
        if (since.plus(SAME).isBefore(now)) {
            since = now;
            known.clear();
        }
        var taken = new LinkedHashMap<Name, Sighting>();
        for (var next = waiting.poll(); next != null; next = taken.size() < limit ? waiting.poll() : null) {
            taken.put(new Name(next.scope(), next.entity().id()), next);
        }
        return new ArrayList<>(taken.values());
    }

    private record Name(Scope scope, String text) {}
}

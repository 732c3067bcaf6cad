package io.tocsin.notifier.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The deliveries which this replica holds for one transport: those on their way, and a few whose turn comes. Turns go round by domain,
 * and each domain has a limit below the transport's, so that a slow one never takes all connections.
 */
final class Desk {

    private final int connections;
    private final DomainLimits limits;
    private final Clock clock;
    private final Map<String, Domain> domains = new LinkedHashMap<>();
    /** Since when each is held, or on its way. */
    private final Map<UUID, Instant> held = new ConcurrentHashMap<>();
    private final Foresight foresight = new Foresight();
    private int sending;

    Desk(int connections, DomainLimits limits, Clock clock) {
        this.connections = connections;
        this.limits = limits;
        this.clock = clock;
        limits.named().forEach(this::domain);
    }

    Clock clock() {
        return clock;
    }

    Set<UUID> held() {
        return held.keySet();
    }

    /** How many more may be held, of all domains together. */
    synchronized int room() {
        return Math.max(0, connections * foresight.perConnection() - held.size());
    }

    /** How many more each domain may get; any other as many as {@link #roomOfOthers}. */
    synchronized Map<String, Integer> rooms() {
        var now = clock.instant();
        var rooms = new LinkedHashMap<String, Integer>();
        domains.forEach((name, domain) -> rooms.put(name, domain.room(now)));
        return rooms;
    }

    int roomOfOthers() {
        return newDomain("").room(clock.instant());
    }

    synchronized void add(List<Claimed> claimed) {
        var now = clock.instant();
        for (Claimed delivery : claimed) {
            held.put(delivery.id(), now);
            domain(delivery.domain()).add(delivery, now);
        }
    }

    /** Those whose turn has come, each to be {@link #attempted} and {@link #finished} later. */
    synchronized List<Claimed> begin() {
        var turns = new ArrayList<Claimed>();
        var next = nextReady();
        while (sending < connections && next != null) {
            turns.add(begin(next.getValue()));
            sending++;
            domains.remove(next.getKey());
            domains.put(next.getKey(), next.getValue());
            next = nextReady();
        }
        return turns;
    }

    private Claimed begin(Domain domain) {
        var delivery = domain.begin();
        held.put(delivery.id(), clock.instant());
        return delivery;
    }

    /** Its connection is free, while its answer is still to be recorded. Returns whether its domain has little left to do. */
    synchronized boolean attempted(Claimed delivery) {
        var took = Duration.between(held.get(delivery.id()), clock.instant());
        sending--;
        foresight.took(took);
        var domain = domain(delivery.domain());
        domain.finished(took);
        if (domain.isEmpty() && !domain.isPaced()) {
            domains.remove(delivery.domain());
        }
        return domain.isHungry();
    }

    /** Its answer is recorded: it is held no more. */
    synchronized void finished(Claimed delivery) {
        held.remove(delivery.id());
        notifyAll();
    }

    /** False when it took too long until nothing was held any more. */
    synchronized boolean awaitEmpty(Duration patience) throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        while (!held.isEmpty()) {
            var left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private Map.Entry<String, Domain> nextReady() {
        for (var entry : domains.entrySet()) {
            if (entry.getValue().isReady()) {
                return Map.entry(entry.getKey(), entry.getValue());
            }
        }
        return null;
    }

    private Domain domain(String name) {
        return domains.computeIfAbsent(name, this::newDomain);
    }

    private Domain newDomain(String name) {
        return new Domain(limits.connections(name), limits.pace(name));
    }
}

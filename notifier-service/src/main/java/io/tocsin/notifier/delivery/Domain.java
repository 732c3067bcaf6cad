package io.tocsin.notifier.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** What one domain is asked to take by this replica. Guarded by its {@link Desk}. */
final class Domain {

    private final int connections;
    private final Pace pace;
    private final Deque<Claimed> waiting = new ArrayDeque<>();
    private final Foresight foresight = new Foresight();
    private int sending;

    /** @param pace null where there is no limit */
    Domain(int connections, Pace pace) {
        this.connections = connections;
        this.pace = pace;
    }

    void add(Claimed delivery, Instant now) {
        waiting.add(delivery);
        if (pace != null) {
            pace.began(now);
        }
    }

    /** Whether one of its deliveries may begin. */
    boolean isReady() { return sending < connections && !waiting.isEmpty(); }

    Claimed begin() {
        sending++;
        return waiting.remove();
    }

    void finished(Duration took) {
        sending--;
        foresight.took(took);
    }

    /** How many more may be claimed. */
    int room(Instant now) {
        var free = Math.max(0, capacity() - waiting.size() - sending);
        return pace == null ? free : Math.min(free, pace.room(now));
    }

    /** Whether there is so little at hand that more should be claimed. */
    boolean isHungry() {
        return waiting.size() < Math.max(connections, capacity() / 2);
    }

    private int capacity() {
        return connections * foresight.perConnection();
    }

    boolean isEmpty() { return sending == 0 && waiting.isEmpty(); }

    /** Whether anything would be forgotten with it. */
    boolean isPaced() { return pace != null; }
}

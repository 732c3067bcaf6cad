package io.tocsin.notifier.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * From when on deliveries may be due: those which were due before have been claimed. It holds for what is usual; what was blocked or
 * locked, or came from a replica whose clock is behind, is found by the next claim without a horizon, which the clock makes. Only used by
 * whoever has the {@link Turn}.
 */
final class Horizon {

    /** Deliveries are due when they are accepted, and seen after the commit, by clocks which may differ. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    /** Domains of which more is due than could be claimed. */
    private final Map<String, Instant> behind = new HashMap<>();
    private final Clock clock;
    private Instant others = Instant.EPOCH;

    Horizon(Clock clock) {
        this.clock = clock;
    }

    /** The next claim looks for everything. */
    void forget() {
        behind.clear();
        others = Instant.EPOCH;
    }

    /** @param rooms how many more of each domain may be claimed, @param ofOthers of each other domain */
    Allowance allowance(int deliveries, Map<String, Integer> rooms, int ofOthers) {
        var parts = new LinkedHashMap<String, Allowance.Part>();
        rooms.forEach((domain, room) -> parts.put(domain, new Allowance.Part(room, since(domain))));
        behind.forEach((domain, since) -> parts.computeIfAbsent(domain, any -> new Allowance.Part(ofOthers, since)));
        return new Allowance(deliveries, parts, ofOthers, others, clock.instant());
    }

    void claimed(Allowance allowance, List<Claimed> claimed) {
        allowance.leftAfter(claimed).forEach((domain, left) -> {
            if (left <= 0 || allowance.isUsedUpBy(claimed)) {
                behind.put(domain, later(since(domain), newest(domain, claimed)));
            } else {
                behind.remove(domain);
            }
        });
        others = allowance.isUsedUpBy(claimed) ? others : later(others, allowance.at().minus(MARGIN));
    }

    private Instant since(String domain) {
        return behind.getOrDefault(domain, others);
    }

    /** No delivery is due before it is made, and they are claimed in the order in which they are due. */
    private static Instant newest(String domain, List<Claimed> claimed) {
        return claimed.stream()
                .filter(each -> each.domain().equals(domain))
                .map(each -> each.createdAt().minusMillis(1))
                .reduce(Instant.EPOCH, Horizon::later);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

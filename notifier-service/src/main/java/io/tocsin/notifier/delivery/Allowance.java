package io.tocsin.notifier.delivery;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much may be claimed, and of which time.
 *
 * @param deliveries of all domains together
 * @param byDomain of those domains
 * @param ofOthers of each other domain
 * @param since of other domains, only what was due later
 * @param at when it was made, before the claim
 */
record Allowance(int deliveries, Map<String, Part> byDomain, int ofOthers, Instant since, Instant at) {

    /** @param since only what was due later */
    record Part(int deliveries, Instant since) {}

    /** How many more of each of those domains, and of those which the claim found, would have been allowed. */
    Map<String, Integer> leftAfter(List<Claimed> claimed) {
        var left = new HashMap<String, Integer>();
        byDomain.forEach((domain, part) -> left.put(domain, part.deliveries()));
        claimed.forEach(each -> left.merge(each.domain(), ofOthers - 1, (room, any) -> room - 1));
        return left;
    }

    /** Whether more may be due than these, which were claimed by it. */
    boolean mayHaveLeftSome(List<Claimed> claimed) {
        return isUsedUpBy(claimed) || leftAfter(claimed).values().stream().anyMatch(room -> room <= 0);
    }

    /** Whether more of any domain may be due. */
    boolean isUsedUpBy(List<Claimed> claimed) {
        return claimed.size() >= deliveries;
    }

    String[] domains() {
        return byDomain.keySet().toArray(String[]::new);
    }

    Integer[] rooms() {
        return byDomain.values().stream().map(Part::deliveries).toArray(Integer[]::new);
    }

    Instant[] sinces() {
        return byDomain.values().stream().map(Part::since).toArray(Instant[]::new);
    }
}

package io.tocsin.notifier.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much may be claimed.
 *
 * @param deliveries of all domains together
 * @param byDomain of those domains
 * @param ofOthers of each other domain
 */
record Allowance(int deliveries, Map<String, Integer> byDomain, int ofOthers) {

    /** Whether more may be due than these, which were claimed by it. */
    boolean mayHaveLeftSome(List<Claimed> claimed) {
        var rooms = new HashMap<>(byDomain);
        claimed.forEach(each -> rooms.merge(each.domain(), ofOthers - 1, (room, any) -> room - 1));
        return claimed.size() >= deliveries || rooms.values().stream().anyMatch(room -> room <= 0);
    }

    String[] domains() {
        return byDomain.keySet().toArray(String[]::new);
    }

    Integer[] rooms() {
        return byDomain.values().toArray(Integer[]::new);
    }
}

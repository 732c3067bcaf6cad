package io.tocsin.events.api.thousandeyes;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What went wrong, in words like ThousandEyes' own. */
final class EventCauses {

    private static final Map<String, String> WORDS = Map.of(
            "proxy", "Proxy Errors",
            "dns", "DNS Errors",
            "network", "Network Loss and/or High RTT",
            "server", "Server Errors",
            "slow", "High Response Time");

    private EventCauses() {}

    /** The most frequent first. @param phases how many flows each phase spoiled */
    static List<String> of(Map<String, Integer> phases) {
        return phases.entrySet()
                .stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry
                                .comparingByKey()))
                .map(phase -> WORDS.getOrDefault(phase.getKey(), phase.getKey()))
                .toList();
    }
}

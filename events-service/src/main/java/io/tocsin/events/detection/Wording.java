package io.tocsin.events.detection;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.tocsin.detection.component.EventType;

/** What people read about detected events, in ThousandEyes' manner (wire/thousandeyes.md §2.2). */
public final class Wording {

    private static final Map<String, String> CAUSES = Map.of(
            "proxy", "Proxy errors",
            "dns", "DNS resolution failures",
            "network", "Network Loss and/or High RTT",
            "server", "Server errors",
            "slow", "Slow responses");

    private Wording() {}

    /** @param component as people call it */
    public static String title(EventType type, String component) {
        return type.title() + ": " + component;
    }

    public static String summary(EventType type, String component) {
        return "Significant number of issues detected with " + noun(type) + " " + component;
    }

    /** What went wrong, the most frequent first; at least one. */
    public static List<String> causes(EvidenceReport evidence) {
        var causes = evidence.phases()
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(phase -> CAUSES.getOrDefault(phase.getKey(), phase.getKey()))
                .toList();
        return causes.isEmpty() ? List.of("Errors beyond what is usual") : causes;
    }

    /** One sentence. */
    public static String cause(EventType type, String component, EvidenceReport evidence) {
        return "Most likely %s %s is at fault: %s.".formatted(noun(type), component,
                String.join(", ", causes(evidence)).toLowerCase(Locale.ENGLISH).replace("rtt", "RTT").replace("dns", "DNS"));
    }

    private static String noun(EventType type) {
        return switch (type) {
            case PROXY -> "the proxy";
            case DNS -> "the DNS of";
            case AGENT_LOCAL -> "the agent";
            case TARGET -> "the server";
            case TARGET_NETWORK -> "the network";
            case NETWORK -> "the path";
            case NETWORK_POP -> "the network";
        };
    }
}

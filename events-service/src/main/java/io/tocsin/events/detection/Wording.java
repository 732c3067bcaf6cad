package io.tocsin.events.detection;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.tocsin.detection.component.Component;
import io.tocsin.detection.component.EventType;
import io.tocsin.detection.component.NetworkName;

/** What people read about detected events, in ThousandEyes' manner (wire/thousandeyes.md §2.2). */
public final class Wording {

    private static final Map<String, String> CAUSES = Map.of(
            "proxy", "Proxy errors",
            "dns", "DNS resolution failures",
            "network", "Network Loss and/or High RTT",
            "unreachable", "Target unreachable",
            "server", "Server errors",
            "slow", "Slow responses");

    private Wording() {}

    /** Such as {@code AS 64500 (NO) → AS 64510}; what is no network has its own name. */
    public static String name(Component component) {
        return switch (component.type()) {
            case NETWORK -> as(NetworkName.ofPath(component)) + " \u2192 AS " + NetworkName.ofPath(component).destination();
            case NETWORK_POP -> as(NetworkName.ofPop(component));
            case AGENT_LOCAL, DNS, TARGET, TARGET_NETWORK, PROXY -> component.name();
        };
    }

    private static String as(NetworkName network) {
        return "AS " + network.source() + (network.country().isEmpty() ? "" : " (" + network.country() + ")");
    }

    /** @param component as people call it */
    public static String title(EventType type, String component) {
        return type.title() + ": " + component;
    }

    public static String summary(EventType type, String component) {
        return "Significant number of issues detected with " + noun(type) + " " + component;
    }

    /** What went wrong, the most frequent first; at least one. */
    public static List<String> causes(EvidenceReport evidence) {
        var causes = phases(evidence).stream().map(phase -> CAUSES.getOrDefault(phase, phase)).toList();
        return causes.isEmpty() ? List.of("Errors beyond what is usual") : causes;
    }

    /** The same for programs: {@code proxy}, {@code dns}, {@code network}, {@code unreachable}, {@code server}, {@code slow}. */
    public static List<String> phases(EvidenceReport evidence) {
        return evidence.phases()
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
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

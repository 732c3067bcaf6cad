package io.tocsin.alerts.round;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What became known of one round, as one rule sees it.
 *
 * @param id its start in epoch seconds
 * @param sources those which reported and which the rule looks at
 * @param violations those of them which violate the location condition, each with what it measured, for people
 * @param kept what others measured, as far as it was noted
 */
public record Round(long id, Set<String> sources, Map<String, String> violations, Map<String, String> kept) {

    public Round {
        Objects.requireNonNull(sources, "sources");
        Objects.requireNonNull(violations, "violations");
        Objects.requireNonNull(kept, "kept");
    }

    boolean isViolatedBy(String source) {
        return violations.containsKey(source);
    }

    boolean isReportedBy(String source) {
        return sources.contains(source);
    }

    /** For people; empty when nobody noted it. */
    String measured(String source) {
        return violations.getOrDefault(source, kept.getOrDefault(source, ""));
    }
}

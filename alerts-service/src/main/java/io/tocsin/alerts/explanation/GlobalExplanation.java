package io.tocsin.alerts.explanation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.alerts.round.Standing;

/** Whether enough sources violate in enough rounds for an alert to open, wire/thousandeyes.md §4.5 (2). */
@RegisterForReflection
public record GlobalExplanation(
        boolean holds,
        String because,
        int sourcesViolating,
        @Schema(description = "the greater of minimumSources and the share minimumSourcesPct") int sourcesNeeded,
        @Schema(examples = "2 of 3") String roundsNeeded,
        @Schema(enumeration = {
                "any", "exact", "auto" }) String mode){

    static GlobalExplanation of(Standing standing, String mode) {
        var condition = standing.condition();
        return new GlobalExplanation(standing.holds(), because(standing), standing.violating(), standing.enough(),
                condition.required() + " of " + condition.outOf(), mode == null ? "any" : mode);
    }

    private static String because(Standing standing) {
        var condition = standing.condition();
        var now = sources(standing.violating()) + " in this round";
        if (condition.outOf() == 1) {
            return now + ", needed: " + standing.enough();
        }
        var rounds = "%d of the last %d rounds%s".formatted(condition.required(), condition.outOf(), known(standing));
        return condition.exact()
                ? "%s, of which %d in %s, needed: %d".formatted(now, standing.often(), rounds, standing.enough())
                : "%s, needed: %d; so many in %d rounds, needed: %s".formatted(now, standing.enough(), standing.often(),
                        rounds);
    }

    private static String sources(int count) {
        return count == 1 ? "1 source violates" : count + " sources violate";
    }

    private static String known(Standing standing) {
        return standing.rounds() < standing.condition().outOf() ? ", of which " + standing.rounds() + " are known" : "";
    }
}

package io.tocsin.expression.evaluate;

import java.util.List;

/**
 * What an expression says of one result.
 *
 * @param causes what made it violate, in the order of the expression; empty unless it does
 */
public record Outcome(Verdict verdict, List<Observation> causes) {

    static final Outcome OUT_OF_SCOPE = new Outcome(Verdict.OUT_OF_SCOPE, List.of());
    static final Outcome KEPT = new Outcome(Verdict.KEPT, List.of());

    public Outcome {
        causes = List.copyOf(causes);
    }

    public enum Verdict {
        VIOLATED,
        KEPT,
        /** The rule does not look at this source or target; it counts neither for nor against it. */
        OUT_OF_SCOPE
    }

    public boolean isViolated() { return verdict == Verdict.VIOLATED; }

    /** ThousandEyes' {@code metricsAtStart}. */
    public String metrics() {
        return Observation.joined(causes);
    }
}

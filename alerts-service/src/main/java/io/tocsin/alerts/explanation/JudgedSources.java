package io.tocsin.alerts.explanation;

import io.tocsin.alerts.result.Judged;

/** Puts into words what one result is to a rule. */
final class JudgedSources {

    private JudgedSources() {}

    /** @param direction which the rule looks at, null for all */
    static SourceExplanation of(Judged judged, String direction) {
        var source = judged.result().source();
        return new SourceExplanation(source.id(), source.name(), state(judged), because(judged, direction),
                ConditionExplanation.of(judged.condition()), ConditionExplanation.of(judged.scope()));
    }

    private static String state(Judged judged) {
        return switch (judged.fate()) {
            case VIOLATES -> "violates";
            case WELL -> "well";
            case OUT_OF_SCOPE -> "out-of-scope";
            case OTHER_DIRECTION -> "other-direction";
            case COVERED_PREFIX -> "covered-prefix";
            case OTHER_LAYER -> "other-layer";
            case TOO_LATE -> "too-late";
            case LEFT_OUT -> "suppressed";
        };
    }

    private static String because(Judged judged, String direction) {
        return switch (judged.fate()) {
            case VIOLATES -> "the expression holds: " + judged.condition().measured();
            case WELL -> judged.condition().measured().isEmpty()
                    ? "the expression does not hold: nothing it asks about was measured"
                    : "the expression does not hold: " + judged.condition().measured();
            case OUT_OF_SCOPE -> "the brackets before the expression leave it out: it counts neither for nor against an alert";
            case OTHER_DIRECTION -> "the rule looks at direction " + direction + " only";
            case COVERED_PREFIX -> "the prefix of the test covers this one, and the rule does not say includeCoveredPrefixes";
            case OTHER_LAYER -> "the rule looks at another layer of results than " + judged.result().layer().word();
            case TOO_LATE -> "the round is settled: later ones are known for longer than results may be late";
            case LEFT_OUT -> "a scheduled suppression window covers the round, so it is not evaluated";
        };
    }
}

package io.tocsin.alerts.result;

import io.tocsin.alerts.round.GlobalCondition;
import io.tocsin.alerts.rule.RuleSettings;

/** The global condition which an author's settings mean. */
final class Conditions {

    private static final String AUTO = "auto";

    private Conditions() {}

    static GlobalCondition of(RuleSettings settings) {
        int sources = settings.minimumSources() == null ? 1 : settings.minimumSources();
        int pct = settings.minimumSourcesPct() == null ? 0 : settings.minimumSourcesPct();
        if (AUTO.equals(settings.roundsViolatingMode())) {
            return adaptive(settings.sensitivityLevel(), sources, pct);
        }
        int outOf = Math.max(1, Math.min(settings.roundsViolatingOutOf(), GlobalCondition.LOOK_BACK));
        int required = Math.min(settings.roundsViolatingRequired(), outOf);
        return new GlobalCondition(required, outOf, "exact".equals(settings.roundsViolatingMode()), sources, pct);
    }

    /** ThousandEyes does not say how it adapts: the less sensitive, the longer something must last. */
    private static GlobalCondition adaptive(String sensitivity, int sources, int pct) {
        if ("high".equals(sensitivity)) {
            return new GlobalCondition(1, 1, false, sources, pct);
        }
        return "low".equals(sensitivity)
                ? new GlobalCondition(3, 5, false, sources, pct)
                : new GlobalCondition(2, 3, false, sources, pct);
    }
}

package io.tocsin.alerts.explanation;

import java.util.ArrayList;
import java.util.List;

import io.tocsin.alerts.result.Judged;
import io.tocsin.alerts.result.Judged.Fate;
import io.tocsin.alerts.result.Prospect;
import io.tocsin.alerts.rule.Rule;
import io.tocsin.alerts.rule.RuleSettings;

/** Puts into words how a rule sees tests. */
final class Tests {

    private final Rule rule;
    private final RuleSettings settings;
    private final List<OpenAlert> open;

    Tests(Rule rule, List<OpenAlert> open) {
        this.rule = rule;
        this.settings = rule.settings();
        this.open = open;
    }

    RuleExplanation asked(List<Prospect> tests) {
        return RuleExplanation.ofTests(rule, tests.stream().map(this::asked).toList());
    }

    private TestExplanation asked(Prospect test) {
        return explained(test, rounds(test).asked(), outcome(test), null);
    }

    /** @param rounds how many of them */
    RuleExplanation known(List<Prospect> tests, int rounds) {
        return RuleExplanation.ofTests(rule, tests.stream().map(test -> known(test, rounds)).toList());
    }

    private TestExplanation known(Prospect test, int rounds) {
        return explained(test, rounds(test).last(rounds), null, Forgotten.of(test, rounds));
    }

    private Rounds rounds(Prospect test) {
        return new Rounds(test, settings.roundsViolatingMode(), settings.direction());
    }

    private TestExplanation explained(Prospect test, List<RoundExplanation> rounds, List<Outcome> outcome,
            List<String> notKnown) {
        return new TestExplanation(test.subject().test(), test.subject().name(), test.subject().layer().word(), target(test),
                watched(test), rounds, openAlert(test), outcome, notKnown);
    }

    /** Null for the whole test. */
    private static String target(Prospect test) {
        return test.subject().targetName().isEmpty() ? null : test.subject().targetName();
    }

    private OpenAlert openAlert(Prospect test) {
        return open.stream()
                .filter(alert -> alert.test().equals(test.subject().test()) && alert.target().equals(test.subject().target()))
                .findFirst()
                .orElse(null);
    }

    private Because watched(Prospect test) {
        return new Because(test.attention().isPaid(), switch (test.attention()) {
            case NAMED -> "testIds of the rule names the test";
            case BY_DEFAULT -> "it is the default rule of its type, and watches every test which the type is made for";
            case ALL_AGENTS -> "a rule about agents without testIds watches all of them";
            case OTHER_LAYER -> "alert type " + settings.alertType() + " does not look at results of layer " + test.subject()
                    .layer()
                    .word();
            case OTHER_TYPE -> "alert type " + settings.alertType() + " is not made for a test of this type";
            case NOT_NAMED -> "testIds of the rule does not name the test, and it is no default rule";
        });
    }

    private List<Outcome> outcome(Prospect test) {
        if (!test.attention().isPaid()) {
            return List.of(Outcome.nothing("The rule does not watch the test."));
        }
        var outcome = new ArrayList<Outcome>();
        test.moves().forEach(move -> outcome.add(Outcomes.of(move, settings)));
        return outcome.isEmpty() ? List.of(Outcome.nothing(nothing(test))) : outcome;
    }

    private String nothing(Prospect test) {
        if (all(test, Fate.LEFT_OUT)) {
            return "A scheduled suppression window covers the rounds: they are not evaluated.";
        }
        if (all(test, Fate.TOO_LATE)) {
            return "The results come too late to change anything.";
        }
        if (openAlert(test) != null) {
            return "The open alert stays as it is: these results say nothing new.";
        }
        return test.judged().stream().map(Judged::fate).anyMatch(Fate.VIOLATES::equals)
                ? "The global condition is not met, so no alert opens."
                : "No source violates, so no alert opens.";
    }

    private static boolean all(Prospect test, Fate fate) {
        return test.judged().stream().allMatch(judged -> judged.fate() == fate);
    }
}

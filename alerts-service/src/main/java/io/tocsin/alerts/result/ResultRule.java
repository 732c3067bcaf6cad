package io.tocsin.alerts.result;

import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Stream;

import io.tocsin.alerts.round.GlobalCondition;
import io.tocsin.alerts.rule.Rule;
import io.tocsin.alerts.rule.RuleKind;
import io.tocsin.expression.Expression;
import io.tocsin.expression.metric.AlertType;
import io.tocsin.model.result.TestRef;
import io.tocsin.model.result.TestResult;

/** A rule made ready to be asked about one result after the other. */
final class ResultRule {

    private final Rule rule;
    private final Expression expression;
    private final GlobalCondition condition;
    private final Set<String> tests;
    private final boolean includesCovered;
    private final String question;

    private ResultRule(Rule rule, AlertType type) {
        this.rule = rule;
        this.expression = Expression.parse(type, rule.settings().expression());
        this.condition = Conditions.of(rule.settings());
        this.tests = Set.copyOf(rule.settings().testIds());
        this.includesCovered = type != AlertType.BGP || Boolean.TRUE.equals(rule.settings().includeCoveredPrefixes());
        var asked = expression.tree() + " " + condition + " " + rule.settings().direction() + (includesCovered
                ? ""
                : " uncovered");
        this.question = type.word() + " " + HexFormat.of().toHexDigits(asked.hashCode());
    }

    /** Nothing for a rule of events. */
    static Stream<ResultRule> ready(Rule rule) {
        return RuleKind.of(rule.settings().alertType()).orElse(null) instanceof RuleKind.OfResults results
                ? Stream.of(new ResultRule(rule, results.type()))
                : Stream.empty();
    }

    /** A rule watches the tests it names; a default rule besides all which its type is made for. Agents are no tests. */
    boolean watches(TestKey key, TestRef test) {
        return attentionTo(key, test).isPaid();
    }

    /** @param test null where only its id is known; a default rule is then taken to be made for it */
    Attention attentionTo(TestKey key, TestRef test) {
        if (expression.type().layer() != key.layer()) {
            return Attention.OTHER_LAYER;
        }
        if (tests.contains(key.test())) {
            return Attention.NAMED;
        }
        if (expression.type() == AlertType.AGENT && tests.isEmpty()) {
            return Attention.ALL_AGENTS;
        }
        if (!Boolean.TRUE.equals(rule.settings().isDefault())) {
            return Attention.NOT_NAMED;
        }
        return test == null || Compatibility.isMadeFor(expression.type(), test.type())
                ? Attention.BY_DEFAULT
                : Attention.OTHER_TYPE;
    }

    boolean looksAt(TestResult result) {
        return looksAtDirectionOf(result) && looksAtPrefixOf(result);
    }

    /** A rule with a direction is about results of that direction only. */
    boolean looksAtDirectionOf(TestResult result) {
        var direction = rule.settings().direction();
        return direction == null || result.target().direction() == null
                || direction.equals(result.target().direction().word());
    }

    /** A rule is about prefixes which the test's own one covers only if it says so. */
    boolean looksAtPrefixOf(TestResult result) {
        return includesCovered || !CoveredPrefixes.isAboutOne(result);
    }

    long id() {
        return rule.id();
    }

    Rule rule() {
        return rule;
    }

    Expression expression() {
        return expression;
    }

    GlobalCondition condition() {
        return condition;
    }

    boolean countsShares() {
        return condition.minimumSourcesPct() > 0;
    }

    /** Equal as long as what was noted for the rule still says something about it. */
    String question() {
        return question;
    }
}

package io.tocsin.alerts.explanation;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.alerts.rule.Rule;

/** Why a rule alerts or does not: per test and target for rules of test results, of the event for rules of events. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuleExplanation(
        String ruleId,
        String ruleName,
        String alertType,
        String expression,
        @Schema(description = "of rules of test results, one for each test and target") List<TestExplanation> tests,
        @Schema(description = "of rules of events") EventExplanation event) {

    static RuleExplanation ofTests(Rule rule, List<TestExplanation> tests) {
        return of(rule, tests, null);
    }

    static RuleExplanation ofEvent(Rule rule, EventExplanation event) {
        return of(rule, null, event);
    }

    private static RuleExplanation of(Rule rule, List<TestExplanation> tests, EventExplanation event) {
        return new RuleExplanation(Long.toString(rule.id()), rule.settings().ruleName(), rule.settings().alertType(),
                rule.settings().expression(), tests, event);
    }
}

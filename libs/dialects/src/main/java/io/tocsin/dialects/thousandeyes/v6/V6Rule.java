package io.tocsin.dialects.thousandeyes.v6;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * An alert rule: what v6 said first ({@code notes}, {@code roundsBeforeTrigger}, {@code recipient}) together with what it said
 * later (wire/thousandeyes.md §6.2).
 *
 * @param alertRuleId the same as {@code ruleId}, as answers to changes call it; null in lists
 * @param roundsBeforeTrigger X of "X of Y"
 * @param direction {@code TO_TARGET}
 * @param roundsViolatingMode {@code ANY}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({ "ruleId", "alertRuleId", "ruleName", "notes", "expression", "notifyOnClear", "roundsBeforeTrigger",
        "default",
        "recipient", "alertType", "minimumSources", "minimumSourcesPct", "direction", "roundsViolatingMode",
        "roundsViolatingOutOf", "roundsViolatingRequired", "includeCoveredPrefixes", "severity", "notifications" })
public record V6Rule(
        long ruleId,
        Long alertRuleId,
        String ruleName,
        String notes,
        String expression,
        int notifyOnClear,
        Integer roundsBeforeTrigger,
        @JsonProperty("default") int isDefault,
        List<String> recipient,
        String alertType,
        Integer minimumSources,
        Integer minimumSourcesPct,
        String direction,
        String roundsViolatingMode,
        Integer roundsViolatingOutOf,
        Integer roundsViolatingRequired,
        Integer includeCoveredPrefixes,
        String severity,
        Notifications notifications) {

    public record Notifications(Email email) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({ "message", "recipient" })
    public record Email(String message, List<String> recipient) {}
}

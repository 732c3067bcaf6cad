package io.tocsin.alerts.rule;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.model.message.AlertNotification;

/**
 * All that the author of a rule says, in the words of ThousandEyes (wire/thousandeyes.md §3.5), which are Tocsin's words for rules.
 * What was not said is null and is not filled in: Terraform would take it for a change. {@link RuleChecks} knows what
 * annotations cannot say.
 *
 * @param expression kept to the byte
 * @param roundsViolatingOutOf Y of "X of Y"
 * @param roundsViolatingRequired X of "X of Y"
 * @param isDefault whether it is the one which new tests of its type get
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuleSettings(
        @NotBlank @Size(max = 255) @Pattern(regexp = RuleSettings.NO_CONTROLS, message = RuleSettings.HAS_CONTROLS) String ruleName,
        @NotBlank @Size(max = 10_000) @Pattern(regexp = RuleSettings.NO_NUL, message = "must not contain NUL") String expression,
        @NotBlank String alertType,
        @NotNull @Min(1) @Max(10) Integer roundsViolatingOutOf,
        @Min(1) Integer roundsViolatingRequired,
        @Pattern(regexp = "any|exact|auto", message = "must be any, exact or auto") String roundsViolatingMode,
        @Pattern(regexp = "high|medium|low", message = "must be high, medium or low") String sensitivityLevel,
        @Min(1) Integer minimumSources,
        @Min(0) @Max(100) Integer minimumSourcesPct,
        @Size(max = 2_000) @Pattern(regexp = RuleSettings.NO_NUL, message = "must not contain NUL") String description,
        @Pattern(regexp = "to-target|from-target|bidirectional", message = "must be to-target, from-target or bidirectional") String direction,
        Boolean notifyOnClear,
        Boolean isDefault,
        @Pattern(regexp = "bgp|browser-session|cloud-enterprise|endpoint", message = "must be bgp, browser-session, cloud-enterprise or endpoint") String alertGroupType,
        Boolean includeCoveredPrefixes,
        @Pattern(regexp = "info|minor|major|critical", message = "must be info, minor, major or critical") String severity,
        @Size(max = 1_000) List<@NotBlank @Pattern(regexp = RuleSettings.NO_CONTROLS, message = RuleSettings.HAS_CONTROLS) String> endpointAgentIds,
        @Size(max = 1_000) List<@NotBlank @Pattern(regexp = RuleSettings.NO_CONTROLS, message = RuleSettings.HAS_CONTROLS) String> endpointLabelIds,
        @Size(max = 1_000) List<@NotBlank @Pattern(regexp = RuleSettings.NO_CONTROLS, message = RuleSettings.HAS_CONTROLS) String> visitedSitesFilter,
        @Valid RuleNotifications notifications,
        @Size(max = 1_000) List<@NotBlank @Pattern(regexp = RuleSettings.NO_CONTROLS, message = RuleSettings.HAS_CONTROLS) String> testIds) {

    static final String NO_CONTROLS = "\\P{Cntrl}*";
    static final String HAS_CONTROLS = "must not contain control characters";
    static final String NO_NUL = "[^\\x00]*";

    private static final String DEFAULT_SEVERITY = "info";

    /** Clients rely on these: X is never absent, {@code testIds} is a list, and types of ThousandEyes have their group. */
    public RuleSettings {
        roundsViolatingRequired = roundsViolatingRequired == null ? roundsViolatingOutOf : roundsViolatingRequired;
        alertGroupType = alertGroupType == null ? RuleKind.groupOf(alertType) : alertGroupType;
        testIds = testIds == null ? List.of() : testIds;
    }

    @JsonIgnore
    public boolean tellsWhenClear() {
        return Boolean.TRUE.equals(notifyOnClear);
    }

    @JsonIgnore
    public String severityOrDefault() {
        return severity == null ? DEFAULT_SEVERITY : severity;
    }

    /** Each address once, in the author's order; two that differ only in case are one. */
    @JsonIgnore
    public List<String> recipients() {
        return mail().map(RuleNotifications.Email::distinctRecipients).findFirst().orElse(List.of());
    }

    /** The author's note to readers of the mail, null when there is none. */
    @JsonIgnore
    public String note() {
        return mail().map(RuleNotifications.Email::message).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** The webhooks, each once. */
    @JsonIgnore
    public List<AlertNotification.Integration> integrations() {
        return notifications == null ? List.of() : notifications.integrations();
    }

    @JsonIgnore
    public boolean tellsSomebody() {
        return !recipients().isEmpty() || !integrations().isEmpty();
    }

    private Stream<RuleNotifications.Email> mail() {
        return Stream.ofNullable(notifications)
                .map(RuleNotifications::email)
                .flatMap(Stream::ofNullable);
    }
}

package io.tocsin.alerts.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Whom a rule tells. Only e-mail is delivered; {@link RuleChecks} refuses integrations, which Tocsin does not have. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuleNotifications(
        @Valid Email email,
        List<Map<String, Object>> thirdParty,
        List<Map<String, Object>> webhook,
        List<Map<String, Object>> customWebhook) {

    /** Terraform reads {@code email} without asking whether it is there. */
    public RuleNotifications {
        email = email == null ? new Email(null, null) : email;
    }

    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Email(
            @Size(max = 100) List<@NotBlank @jakarta.validation.constraints.Email @Size(max = 254) String> recipients,
            @Size(max = 10_000) @Pattern(regexp = RuleSettings.NO_NUL, message = "must not contain NUL") String message) {

        public Email {
            recipients = recipients == null ? List.of() : recipients;
        }

        @JsonIgnore
        List<String> distinctRecipients() {
            var known = new HashSet<String>();
            return recipients.stream()
                    .filter(address -> known.add(address.toLowerCase(Locale.ROOT)))
                    .toList();
        }
    }
}

package io.tocsin.alerts.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.model.message.AlertNotification.Integration;
import io.tocsin.model.message.AlertNotification.Integration.Type;

/**
 * Whom a rule tells: people by mail, programs by webhooks of the notifier's, which checks their ids when it sends.
 * {@link RuleChecks} refuses {@code thirdParty}, which Tocsin does not have.
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuleNotifications(
        @Valid Email email,
        List<Map<String, Object>> thirdParty,
        @Size(max = 20) List<@Valid @NotNull Webhook> webhook,
        @Size(max = 20) List<@Valid @NotNull CustomWebhook> customWebhook) {

    private static final String UUID = "(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** Terraform reads {@code email} without asking whether it is there. */
    public RuleNotifications {
        email = email == null ? new Email(null, null) : email;
    }

    /** Each once, in the author's order. */
    @JsonIgnore
    List<Integration> integrations() {
        return Stream.concat(
                all(webhook).map(one -> new Integration(one.integrationId().toLowerCase(Locale.ROOT), Type.WEBHOOK)),
                all(customWebhook)
                        .map(one -> new Integration(one.integrationId().toLowerCase(Locale.ROOT), Type.CUSTOM_WEBHOOK)))
                .distinct()
                .toList();
    }

    private static <T> Stream<T> all(List<T> list) {
        return Stream.ofNullable(list).flatMap(List::stream);
    }

    /** @param integrationId of a connector, which gets the notifier's own payload */
    @RegisterForReflection
    public record Webhook(
            @NotNull @Pattern(regexp = UUID, message = "must be the id of a connector, a UUID") String integrationId,
            String integrationType) {

        public Webhook {
            integrationType = "webhook";
        }
    }

    /** @param integrationId of a webhook operation, whose template makes the payload */
    @RegisterForReflection
    public record CustomWebhook(
            @NotNull @Pattern(regexp = UUID, message = "must be the id of a webhook operation, a UUID") String integrationId,
            String integrationType) {

        public CustomWebhook {
            integrationType = "custom-webhook";
        }
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

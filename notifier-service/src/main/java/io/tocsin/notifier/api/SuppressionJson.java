package io.tocsin.notifier.api;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import io.tocsin.notifier.api.Link.Links;
import io.tocsin.notifier.suppression.Suppression;

/** An entry of the suppression list in the API. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SuppressionJson(
        UUID id,
        @Schema(description = "In lower case.", examples = "former-employee@example.org") String address,
        @Schema(description = "Only mails about this rule; absent for every mail of the organization.") String ruleId,
        @Schema(description = "bounced, unsubscribed or by-hand.", examples = "bounced") String reason,
        @Schema(description = "What the mail server said, or somebody noted.", examples = "550 5.1.1 User unknown") String note,
        @Schema(description = "The delivery which led to it.") UUID deliveryId,
        Instant createdAt,
        @Schema(examples = "Ann (ann@acme.example)") String createdBy,
        @JsonProperty("_links") Links links) {

    static SuppressionJson of(Suppression entry, String href) {
        var what = entry.what();
        return new SuppressionJson(entry.id(), what.address(), what.ruleId(), what.reason().word(), what.note(),
                what.deliveryId(), entry.createdAt(), entry.createdBy(), Links.self(href));
    }
}

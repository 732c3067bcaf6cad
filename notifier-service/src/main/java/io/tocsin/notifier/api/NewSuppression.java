package io.tocsin.notifier.api;

import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.tocsin.notifier.suppression.SuppressedAddress;
import io.tocsin.notifier.suppression.SuppressionReason;

/** What somebody puts on the suppression list by hand. */
@Schema(example = "{\"address\": \"former-employee@example.org\", \"note\": \"left in March\"}")
record NewSuppression(
        @Schema(description = "The e-mail address, in any case.", required = true) String address,
        @Schema(description = "Only mails about this rule; without it, every mail of the organization.") String ruleId,
        @Size(max = 1000) @Schema(description = "For people: why.") String note) {

    SuppressedAddress read() {
        return new SuppressedAddress(Parameters.address("address", address), Parameters.text("ruleId", ruleId),
                SuppressionReason.BY_HAND, note, null);
    }
}

package io.tocsin.notifier.api;

import java.util.Optional;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.tocsin.http.problem.Invalid;
import io.tocsin.notifier.suppression.SuppressionFilter;
import io.tocsin.notifier.suppression.SuppressionReason;

/** The query of a list of suppressions, as it was written. */
class SuppressionQuery extends PageParameters {

    @QueryParam("address")
    @Parameter(description = "Entries of this address, in any case.")
    String address;

    @QueryParam("ruleId")
    @Parameter(description = "Entries which stand for mails about this rule alone.")
    String ruleId;

    @QueryParam("reason")
    @Parameter(description = "bounced, unsubscribed or by-hand.")
    String reason;

    /** Fails with {@link Invalid}. */
    SuppressionFilter filter(String organization) {
        return new SuppressionFilter(organization, Optional.ofNullable(Parameters.text("address", address)),
                Optional.ofNullable(Parameters.text("ruleId", ruleId)), Optional.ofNullable(reason)
                        .map(SuppressionQuery::reason));
    }

    private static SuppressionReason reason(String word) {
        return SuppressionReason.of(word)
                .orElseThrow(() -> new Invalid("reason", "must be bounced, unsubscribed or by-hand"));
    }
}

package io.tocsin.events.api.thousandeyes;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.events.result.ResultReceipt;

/** What became of posted results: every one of them is stored. */
@RegisterForReflection
record TestResultsReceipt(
        @Schema(description = "all results of the request") int accepted,
        @Schema(description = "seen for the first time") int added,
        @Schema(description = "known, corrected or completed by this request") int changed,
        @Schema(description = "known, and nothing new in them") int repeated) {

    static TestResultsReceipt of(ResultReceipt receipt) {
        return new TestResultsReceipt(receipt.added() + receipt.changed() + receipt.repeated(), receipt.added(), receipt
                .changed(),
                receipt.repeated());
    }
}

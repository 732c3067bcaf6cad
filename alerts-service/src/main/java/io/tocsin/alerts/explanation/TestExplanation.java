package io.tocsin.alerts.explanation;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** One test as a rule sees it; of DNS server and BGP tests, one of its servers or prefixes. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TestExplanation(
        String testId,
        String testName,
        @Schema(description = "the layer of results which the rule looks at, or that of the results given") String layer,
        @Schema(description = "the server or prefix; absent for the whole test") String target,
        Because watched,
        List<RoundExplanation> rounds,
        @Schema(description = "the alert which is open now") OpenAlert openAlert,
        @Schema(description = "what would become of alerts if the results came in now; absent where none were given") List<Outcome> outcome,
        @Schema(description = "what nobody knows any more") List<String> notKnown) {}

package io.tocsin.alerts.explanation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** One source in one round. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceExplanation(
        String id,
        String name,
        @Schema(enumeration = { "violates", "well", "out-of-scope", "other-direction", "covered-prefix", "other-layer",
                "too-late", "suppressed",
                "silent" }) String state,
        String because,
        @Schema(description = "condition by condition; absent where the result itself is not known") ConditionExplanation conditions,
        @Schema(description = "the same of the brackets before the expression") ConditionExplanation scope){}

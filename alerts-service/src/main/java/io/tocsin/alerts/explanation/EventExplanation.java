package io.tocsin.alerts.explanation;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** An event as a rule of events sees it. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventExplanation(
        @Schema(enumeration = {
                "match", "without-value", "recovery", "nothing" }) String role,
        String because,
        @Schema(description = "the search, part by part") ConditionExplanation search,
        @Schema(description = "what the event would be counted for") List<Source> sources,
        @Schema(description = "the alert which is open now") OpenAlert openAlert,
        List<Outcome> outcome){

    /** One combination of the values of the facets in {@code by}. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Source(
            String name,
            @Schema(enumeration = { "violates", "well" }) String state,
            String because,
            @Schema(description = "the number in the window without the event") int before,
            @Schema(description = "the number with it") int after,
            int needed,
            @Schema(description = "when the violation would end if nothing else came") Instant until){}
}

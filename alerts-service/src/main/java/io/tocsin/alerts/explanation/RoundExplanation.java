package io.tocsin.alerts.explanation;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** One round of a test as a rule sees it. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoundExplanation(
        long roundId,
        Instant date,
        Suppressed suppression,
        @Schema(description = "the location condition, asked of each source by itself") List<SourceExplanation> sources,
        @Schema(description = "absent where the round is not evaluated") GlobalExplanation globalCondition) {

    /** @param type {@code none}, {@code scheduled} or {@code real-time} */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Suppressed(
            @Schema(enumeration = { "none", "scheduled", "real-time" }) String type,
            List<Window> windows,
            String because){}

    @RegisterForReflection
    public record Window(String alertSuppressionWindowId, String name) {}
}

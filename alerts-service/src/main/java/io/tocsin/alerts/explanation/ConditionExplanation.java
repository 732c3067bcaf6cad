package io.tocsin.alerts.explanation;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.expression.evaluate.Explanation;

/** Whether one condition holds. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ConditionExplanation(
        String condition,
        boolean holds,
        @Schema(description = "what makes it hold; where it does not, all it asks about, as far as that was measured") String measured,
        @Schema(description = "the conditions which it joins") List<ConditionExplanation> parts) {

    /** Null for null. */
    static ConditionExplanation of(Explanation explained) {
        return explained == null
                ? null
                : new ConditionExplanation(explained.condition(), explained.holds(), explained.measured(),
                        explained.parts().stream().map(ConditionExplanation::of).toList());
    }
}

package io.tocsin.alerts.explanation;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What would become of one alert, and who would be told. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Outcome(
        @Schema(enumeration = {
                "nothing", "opens", "opens-and-clears", "opens-again", "clears", "goes-on",
                "withdrawn" }) String what,
        @Schema(description = "absent for an alert which does not exist yet") String alertId,
        Instant startDate,
        Instant endDate,
        @Schema(description = "names of the sources which it would list") List<String> sources,
        @Schema(description = "whom a mail would be sent to") List<String> tells,
        String because){

    static Outcome nothing(String because) {
        return new Outcome("nothing", null, null, null, null, List.of(), because);
    }
}

package io.tocsin.dialects.thousandeyes;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * One alert (wire/thousandeyes.md §3.3).
 *
 * @param state as {@code alertState}: lower case, unlike in {@link AlertItem}
 * @param severity as {@code alertSeverity}
 * @param details the sources which ever violated, in the order in which they began
 */
public record AlertDetail(@JsonUnwrapped AlertBase base, String state, String severity, List<Source> details) {

    public AlertDetail {
        details = List.copyOf(details);
    }

    public static AlertDetail of(AlertBase base, List<Source> details) {
        return new AlertDetail(base, base.alertState(), base.alertSeverity(), details);
    }

    /**
     * @param type {@code event_source} for alerts of events: Tocsin's own word, as ThousandEyes publishes only
     *        {@code cea_agent}
     * @param state {@code trigger} while it violates, else {@code clear}
     * @param end null while it violates
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Source(String id, String name, String type, String state, Measured start, Measured end) {}

    /** @param metrics for people: {@code Events: 3} */
    public record Measured(String metrics) {}
}

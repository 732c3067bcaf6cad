package io.tocsin.alerts.evaluation;

import java.time.Instant;
import java.util.List;

import io.tocsin.alerts.expression.EventExpression;

/**
 * What an event would be to a rule if it came in now.
 *
 * @param sources which it would touch
 * @param moves what would become of alerts
 */
public record EventProspect(EventExpression expression, Role role, List<Source> sources, List<AlertMove> moves) {

    public enum Role {
        MATCH,
        /** The search finds it, but it lacks the facet whose values are counted. */
        WITHOUT_VALUE,
        /** It says that what its aggregation key names is well again. */
        RECOVERY,
        NOTHING
    }

    /**
     * @param before how many counted without the event, at most {@link EventRehearsal#MOST_COUNTED} more than are needed
     * @param after how many with it
     * @param until when its violation ends unless something else comes, null where there is none
     */
    public record Source(String name, int before, int after, Instant until) {}
}

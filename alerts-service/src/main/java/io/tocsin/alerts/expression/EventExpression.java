package io.tocsin.alerts.expression;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import io.tocsin.expression.ExpressionRejected;
import io.tocsin.query.EventQuery;

/**
 * The expression of an event rule, understood.
 *
 * @param search which events count
 * @param by each combination of their values is a source of its own; empty: all matching events are one source
 * @param last how far the window looks back
 * @param threshold so many at least are a violation; 1 or more
 */
public record EventExpression(EventQuery search, Rollup rollup, List<Facet> by, Duration last, int threshold) {

    public EventExpression {
        Objects.requireNonNull(search, "search");
        Objects.requireNonNull(rollup, "rollup");
        by = List.copyOf(by);
        Objects.requireNonNull(last, "last");
    }

    /** Fails with {@link ExpressionRejected}, which names the column. */
    public static EventExpression parse(String text) {
        return EventExpressionParser.parse(text);
    }
}

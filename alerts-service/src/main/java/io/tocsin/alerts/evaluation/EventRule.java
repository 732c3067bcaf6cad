package io.tocsin.alerts.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import io.tocsin.alerts.expression.EventExpression;
import io.tocsin.alerts.expression.Facet;
import io.tocsin.alerts.expression.Rollup;
import io.tocsin.alerts.rule.Rule;
import io.tocsin.model.Event;
import io.tocsin.model.Severity;

/** A rule made ready to be asked about one event after the other. */
final class EventRule {

    /** What an event is to a rule. */
    enum Role {
        MATCH, RECOVERY, NOTHING
    }

    private final Rule rule;
    private final EventExpression expression;
    private final Sources sources;
    private final Function<Event, List<String>> counted;

    EventRule(Rule rule) {
        this.rule = rule;
        this.expression = EventExpression.parse(rule.settings().expression());
        this.sources = new Sources(expression.by());
        this.counted = counted(expression.rollup());
    }

    private static Function<Event, List<String>> counted(Rollup rollup) {
        return rollup instanceof Rollup.Cardinality cardinality
                ? distinctValues(cardinality.facet())
                : event -> List.of(Long.toString(event.id()));
    }

    private static Function<Event, List<String>> distinctValues(Facet facet) {
        var values = FacetReader.of(facet);
        return event -> values.apply(event).stream().map(Sources::bounded).toList();
    }

    /**
     * A recovery counts only for a rule which asks for it: which the event would not satisfy, were it another kind of statement.
     * To every other rule it says that what its aggregation key names is well again.
     */
    Role roleOf(Event event) {
        boolean found = expression.search().matches(event);
        if (!event.content().isRecovery()) {
            return found ? Role.MATCH : Role.NOTHING;
        }
        return found && isFoundByItsStatusOnly(event) ? Role.MATCH : Role.RECOVERY;
    }

    private boolean isFoundByItsStatusOnly(Event event) {
        return Arrays.stream(Severity.values())
                .filter(severity -> severity != event.content().severity())
                .noneMatch(severity -> expression.search().matches(as(severity, event)));
    }

    private static Event as(Severity severity, Event event) {
        return new Event(event.id(), event.uid(), event.scope(), event.receivedAt(), event.content().withSeverity(severity));
    }

    List<String> sourcesOf(Event event) {
        return sources.of(event);
    }

    /** What of the event counts; nothing when it lacks the facet whose values are counted. */
    List<String> countedOf(Event event) {
        return counted.apply(event);
    }

    boolean countsValues() {
        return expression.rollup() instanceof Rollup.Cardinality;
    }

    long id() {
        return rule.id();
    }

    Rule rule() {
        return rule;
    }

    EventExpression expression() {
        return expression;
    }

    /** What its numbers are numbers of, as people read it: {@code Events} in {@code Events: 3}. */
    String metric() {
        return expression.rollup() instanceof Rollup.Cardinality cardinality
                ? "Values of " + cardinality.facet().name()
                : "Events";
    }
}

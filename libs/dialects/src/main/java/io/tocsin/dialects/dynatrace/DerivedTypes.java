package io.tocsin.dialects.dynatrace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.tocsin.model.EventContent;
import io.tocsin.model.Severity;
import io.tocsin.query.EventQuery;
import io.tocsin.query.tree.Attribute;
import io.tocsin.query.tree.Condition;
import io.tocsin.query.tree.Present;
import io.tocsin.query.tree.Reserved;

/** Which type an event of another dialect has here, and the search which finds the events of a type. The two must agree. */
final class DerivedTypes {

    static final EventQuery OURS = EventQuery.of(new Condition(new Attribute(Properties.ATTRIBUTE), new Present()));

    /** A change, such as Datadog's, is a change of configuration here, whatever its severity. */
    private static final String CHANGE = "CUSTOM_CONFIGURATION";
    private static final EventQuery IS_CHANGE = EventQuery.where(new Attribute("evt.category"), "change");

    private static final String OTHERWISE = "CUSTOM_INFO";
    private static final Map<Severity, String> BY_SEVERITY = Map.of(
            Severity.ERROR, "ERROR_EVENT",
            Severity.WARNING, "CUSTOM_ALERT");

    private DerivedTypes() {}

    static String of(EventContent content) {
        return content.attributes().get("evt") instanceof Map<?, ?> evt && "change".equals(evt.get("category"))
                ? CHANGE
                : BY_SEVERITY.getOrDefault(content.severity(), OTHERWISE);
    }

    /** Every event which is shown with this type. */
    static EventQuery query(String type) {
        var found = new ArrayList<EventQuery>();
        found.add(EventQuery.all(List.of(OURS, EventQuery.where(new Attribute("evt.type"), type))));
        if (type.equals(CHANGE)) {
            found.add(EventQuery.all(List.of(OURS.negated(), IS_CHANGE)));
        }
        var severities = severitiesOf(type);
        if (!severities.isEmpty()) {
            found.add(EventQuery.all(List.of(OURS.negated(), IS_CHANGE.negated(), EventQuery.any(severities))));
        }
        return EventQuery.any(found);
    }

    private static List<EventQuery> severitiesOf(String type) {
        return Stream.of(Severity.values())
                .filter(severity -> BY_SEVERITY.getOrDefault(severity, OTHERWISE).equals(type))
                .map(severity -> EventQuery.where(Reserved.STATUS, severity.name().toLowerCase(Locale.ROOT)))
                .toList();
    }
}

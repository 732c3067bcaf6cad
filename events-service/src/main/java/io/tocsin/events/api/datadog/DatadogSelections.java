package io.tocsin.events.api.datadog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.tocsin.dialects.datadog.DatadogEventFilter;
import io.tocsin.events.search.EventSelection;
import io.tocsin.query.EventQuery;
import io.tocsin.query.tree.Field;
import io.tocsin.query.tree.Reserved;

/** What Datadog's parameters select, in the words of the search language (wire/datadog.md §3.4). */
final class DatadogSelections {

    private DatadogSelections() {}

    static EventSelection of(DatadogEventFilter filter) {
        var conditions = new ArrayList<EventQuery>();
        if (filter.priority() != null) {
            conditions.add(EventQuery.where(Reserved.PRIORITY, filter.priority().name().toLowerCase(Locale.ROOT)));
        }
        if (!filter.sources().isEmpty()) {
            conditions.add(EventQuery.any(each(Reserved.SOURCE, filter.sources())));
        }
        conditions.addAll(each(Reserved.TAGS, filter.tags()));
        if (!filter.withoutTags().isEmpty()) {
            conditions.add(EventQuery.any(each(Reserved.TAGS, filter.withoutTags())).negated());
        }
        return EventSelection.between(filter.from(), filter.until(), EventQuery.all(conditions));
    }

    private static List<EventQuery> each(Field field, List<String> values) {
        return values.stream()
                .map(value -> EventQuery.where(field, value))
                .toList();
    }
}

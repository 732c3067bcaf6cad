package io.tocsin.dialects.dynatrace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.tocsin.model.EventStatus;
import io.tocsin.query.EventQuery;
import io.tocsin.query.tree.Attribute;
import io.tocsin.query.tree.Reserved;
import io.tocsin.query.tree.Tag;

/**
 * What an {@code eventSelector} asks for (wire/dynatrace.md §6.1). All criteria must hold; of the values of one, any.
 *
 * @param status null for any
 * @param entityIds null for any
 */
public record DynatraceEventSelector(EventQuery query, EventStatus status, Set<String> entityIds) {

    private static final String PARAMETER = "eventSelector";
    private static final String PROPERTY = "property.";

    /** Fails with {@link DynatraceRejected}, which names the criterion. */
    public static DynatraceEventSelector read(String text) {
        var reader = new Reader();
        SelectorReader.read(PARAMETER, ParameterLocation.QUERY, text).forEach(reader::add);
        return new DynatraceEventSelector(EventQuery.all(reader.queries), reader.status, reader.entityIds);
    }

    private static final class Reader {

        private static final EventQuery NOTHING = EventQuery.any(List.of());
        private static final EventQuery EVERYTHING = EventQuery.all(List.of());

        private final List<EventQuery> queries = new ArrayList<>();
        private EventStatus status;
        private Set<String> entityIds;

        void add(SelectorCriterion criterion) {
            switch (criterion.name()) {
                case "eventId" -> queries.add(any(new Attribute("evt.id"), eventIds(criterion)));
                case "entityId" -> entities(criterion);
                case "status" -> status(criterion);
                case "eventType" -> queries.add(DerivedTypes.query(DynatraceEventTypes.stored(criterion.value())));
                case "correlationId" -> queries.add(any(new Attribute("correlation_id"), lower(criterion.values())));
                case "managementZoneId" -> nothing(criterion.values());
                case "underMaintenance", "suppressAlert", "suppressProblem", "frequentEvent" -> queries.add(criterion.flag()
                        ? NOTHING
                        : EVERYTHING);
                default -> queries.add(property(criterion));
            }
        }

        /** There are no management zones here, so that no event is in one. */
        private void nothing(List<String> zones) {
            queries.add(NOTHING);
        }

        private void entities(SelectorCriterion criterion) {
            var wanted = new HashSet<>(criterion.values());
            if (entityIds != null) {
                wanted.retainAll(entityIds);
            }
            entityIds = wanted;
        }

        private void status(SelectorCriterion criterion) {
            var wanted = switch (criterion.value().toUpperCase(Locale.ROOT)) {
                case "OPEN" -> EventStatus.OPEN;
                case "CLOSED" -> EventStatus.CLOSED;
                default -> throw criterion.rejected("takes OPEN or CLOSED, not '" + criterion.value() + "'");
            };
            if (status != null && status != wanted) {
                queries.add(NOTHING);
            }
            status = wanted;
        }

        private static List<String> eventIds(SelectorCriterion criterion) {
            return criterion.values()
                    .stream()
                    .map(id -> DynatraceIds.parse(id)
                            .map(number -> Long.toString(number))
                            .orElseThrow(() -> criterion.rejected("takes ids of events, not '" + id + "'")))
                    .toList();
        }

        private static EventQuery property(SelectorCriterion criterion) {
            var key = criterion.name().startsWith(PROPERTY) ? criterion.name().substring(PROPERTY.length()) : "";
            if (key.isEmpty()) {
                throw criterion.rejected("is not known here; known are eventId, entityId, status, managementZoneId, eventType,"
                        + " correlationId, underMaintenance, suppressAlert, suppressProblem, frequentEvent and property.<key>");
            }
            return EventQuery.any(criterion.values().stream().map(value -> hasProperty(key, value)).toList());
        }

        /** The properties of an event of another dialect are its tags. */
        private static EventQuery hasProperty(String key, String value) {
            var tag = Reserved.named(key).isPresent()
                    ? EventQuery.where(Reserved.TAGS, key + ":" + value)
                    : EventQuery.where(new Tag(key), value);
            return EventQuery.any(List.of(
                    EventQuery.where(new Attribute(Properties.ATTRIBUTE + "." + key), value),
                    EventQuery.all(List.of(DerivedTypes.OURS.negated(), tag))));
        }

        private static EventQuery any(Attribute attribute, List<String> values) {
            return EventQuery.any(values.stream().map(value -> EventQuery.where(attribute, value)).toList());
        }

        /** Ours are in lower case, and the case of others varies in samples. */
        private static List<String> lower(List<String> values) {
            return values.stream().map(value -> value.toLowerCase(Locale.ROOT)).toList();
        }
    }
}

package io.tocsin.dialects.datadog.v2;

import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.tocsin.model.Event;
import io.tocsin.model.EventContent;

/** From the model to the two shapes in which v2 shows an event. */
public final class DatadogItemTranslator {

    /** An empty page; it says that there is no more. */
    public DatadogEventList empty() {
        return DatadogEventList.EMPTY;
    }

    /** @param cursor of the page behind these events; @param next its URL */
    public DatadogEventList toList(List<Event> events, String cursor, String next) {
        return new DatadogEventList(
                new DatadogEventList.Meta(new DatadogEventList.Page(cursor)),
                events.stream().map(DatadogItemTranslator::listed).toList(),
                new DatadogEventList.Links(next));
    }

    private static DatadogEventItem listed(Event event) {
        var happenedAt = event.content().happenedAt().truncatedTo(ChronoUnit.MILLIS);
        return item(event, DateTimeFormatter.ISO_INSTANT.format(happenedAt), EventAttributes.of(event));
    }

    /** An event made by v2 is shown in the words in which it was made, any other as in a list. */
    public DatadogSingleEvent toSingle(Event event) {
        var inner = EventAttributes.of(event);
        if (EventAttributes.category(event.content()) != null) {
            asPosted(EventAttributes.STATUS, event.content(), inner);
            asPosted(EventAttributes.PRIORITY, event.content(), inner);
        }
        return new DatadogSingleEvent(item(event, DateTimeFormatter.ISO_INSTANT.format(event.content().happenedAt()), inner));
    }

    private static void asPosted(String name, EventContent content, Map<String, Object> inner) {
        inner.compute(name, (key, canonical) -> content.attributes().get(name));
    }

    private static DatadogEventItem item(Event event, String timestamp, Map<String, Object> inner) {
        var content = event.content();
        return new DatadogEventItem(DatadogEventItem.TYPE, DatadogUids.of(event.uid()),
                new DatadogEventItem.Attributes(content.text(), tags(content), timestamp, inner));
    }

    /** Those which were posted and the source, as v1 names one; v2 knows no such field. */
    private static List<String> tags(EventContent content) {
        var tags = new ArrayList<>(content.tags());
        if (content.source() != null && EventAttributes.category(content) == null) {
            tags.add("source:" + content.source());
        }
        tags.sort(Comparator.naturalOrder());
        return eachOnce(tags);
    }

    /** Without what equals the one before; a set of a few tags would take longer. */
    private static List<String> eachOnce(List<String> sorted) {
        for (var at = sorted.size() - 1; at > 0; at--) {
            if (sorted.get(at).equals(sorted.get(at - 1))) {
                sorted.remove(at);
            }
        }
        return sorted;
    }
}

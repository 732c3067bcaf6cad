package io.tocsin.dialects.datadog;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.tocsin.model.Event;
import io.tocsin.model.EventContent;
import io.tocsin.model.Priority;
import io.tocsin.model.Severity;

/** From a posted event to the canonical model, and from the model to the three shapes in which v1 shows an event. */
public final class DatadogEventTranslator {

    private static final Duration OLDEST = Duration.ofHours(18);
    private static final Duration NEWEST = Duration.ofHours(2);

    private static final String ALERT_TYPE = "alert_type";
    private static final String PRIORITY = "priority";
    private static final String DEVICE_NAME = "device_name";
    private static final String SOURCE_TYPE_NAME = "source_type_name";
    private static final String HANDLE = "handle";

    /** Fails with {@link DatadogRejected} when the event happened more than 18 h before or 2 h after it was received. */
    public EventContent toModel(DatadogEvent wire, Instant receivedAt) {
        return EventContent.titled(DatadogTexts.cut(wire.title()))
                .text(DatadogTexts.cut(wire.text()))
                .happenedAt(happenedAt(wire.dateHappened(), receivedAt))
                .severity(wire.alertType() == null ? Severity.INFO : Severity.valueOf(upper(wire.alertType())))
                .priority(wire.priority() == null ? Priority.NORMAL : Priority.valueOf(upper(wire.priority())))
                .source(DatadogSources.term(wire.sourceTypeName()))
                .host(wire.host())
                .tags(wire.tags())
                .aggregationKey(wire.aggregationKey())
                .relatedEventId(wire.relatedEventId())
                .attributes(attributes(wire))
                .build();
    }

    private static Instant happenedAt(Long seconds, Instant receivedAt) {
        if (seconds == null) {
            return receivedAt;
        }
        if (seconds < receivedAt.minus(OLDEST).getEpochSecond()) {
            throw new DatadogRejected(DatadogRejected.Reason.TOO_FAR_IN_THE_PAST, List.of("Event too far in the past"));
        }
        if (seconds > receivedAt.plus(NEWEST).getEpochSecond()) {
            throw DatadogRejected.invalid("Event too far in the future");
        }
        return Instant.ofEpochSecond(seconds);
    }

    /** What was said and has no column of its own, or has one that cannot tell "not said" from the default. */
    private static Map<String, Object> attributes(DatadogEvent wire) {
        var said = new LinkedHashMap<String, Object>();
        said.put(ALERT_TYPE, wire.alertType());
        said.put(PRIORITY, wire.priority());
        said.put(DEVICE_NAME, wire.deviceName());
        said.put(SOURCE_TYPE_NAME, wire.sourceTypeName());
        said.put(HANDLE, wire.handle());
        said.values().removeIf(value -> value == null);
        return said;
    }

    /** @param absolute makes a URL of a path on this installation */
    public DatadogReceipt toReceipt(DatadogEvent sent, Event event, UnaryOperator<String> absolute) {
        var content = event.content();
        return new DatadogReceipt("ok", new DatadogReceipt.Posted(
                event.id(),
                Long.toString(event.id()),
                content.title(),
                content.text(),
                content.happenedAt().getEpochSecond(),
                attribute(content, HANDLE),
                sent.priority(),
                content.relatedEventId(),
                sent.tags() == null ? null : content.tags(),
                absolute.apply(url(event))));
    }

    /** A text is never null, although other dialects post events without; clients print it unasked. */
    public DatadogFoundEvent toFound(Event event) {
        var content = event.content();
        return new DatadogFoundEvent(new DatadogFoundEvent.Found(
                content.happenedAt().getEpochSecond(),
                lower(content.severity()),
                resource(event),
                content.title(),
                url(event),
                content.text() == null ? "" : content.text(),
                sorted(content.tags()),
                attribute(content, DEVICE_NAME),
                lower(content.priority()),
                content.host(),
                event.id(),
                Long.toString(event.id()),
                attribute(content, HANDLE)));
    }

    public DatadogEventPage toPage(List<Event> events) {
        return new DatadogEventPage(events.stream().map(this::toListed).toList(), "ok");
    }

    private DatadogEventPage.Listed toListed(Event event) {
        var found = toFound(event).event();
        return new DatadogEventPage.Listed(
                found.dateHappened(),
                found.alertType(),
                false,
                found.title(),
                found.url(),
                found.text(),
                found.tags(),
                List.of(),
                found.deviceName(),
                found.priority(),
                DatadogSources.display(event.content().source()),
                found.host(),
                found.resource(),
                found.id(),
                found.idStr(),
                found.handle());
    }

    private static String attribute(EventContent content, String name) {
        return content.attributes().get(name) instanceof String text ? text : null;
    }

    private static List<String> sorted(List<String> tags) {
        return tags.stream().sorted().toList();
    }

    private static String url(Event event) {
        return "/event/event?id=" + event.id();
    }

    private static String resource(Event event) {
        return "/api/v1/events/" + event.id();
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}

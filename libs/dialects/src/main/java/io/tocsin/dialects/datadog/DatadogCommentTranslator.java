package io.tocsin.dialects.datadog;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.tocsin.model.Event;
import io.tocsin.model.EventContent;
import io.tocsin.model.Severity;

/** A comment is an event without a title, of the severity which no other such event has. */
public final class DatadogCommentTranslator {

    private static final String HANDLE = "handle";

    /** @param author who speaks when the comment does not say */
    public EventContent toModel(DatadogComment wire, String author, Instant receivedAt) {
        return EventContent.titled(null)
                .text(DatadogTexts.cut(wire.message()))
                .happenedAt(receivedAt)
                .severity(Severity.USER_UPDATE)
                .source(DatadogSources.DEFAULT)
                .relatedEventId(wire.relatedEventId())
                .attributes(Map.of(HANDLE, wire.handle() == null ? author : wire.handle()))
                .build();
    }

    /** Fails with {@link DatadogRejected} when the event is no comment. */
    public Event changed(Event event, DatadogComment wire) {
        var old = event.content();
        if (old.title() != null || old.severity() != Severity.USER_UPDATE) {
            throw noSuchComment();
        }
        var attributes = new HashMap<>(old.attributes());
        if (wire.handle() != null) {
            attributes.put(HANDLE, wire.handle());
        }
        return new Event(event.id(), event.uid(), event.scope(), event.receivedAt(), EventContent.titled(null)
                .text(DatadogTexts.cut(wire.message()))
                .happenedAt(old.happenedAt())
                .severity(old.severity())
                .source(old.source())
                .relatedEventId(wire.relatedEventId() == null ? old.relatedEventId() : wire.relatedEventId())
                .attributes(attributes)
                .build());
    }

    public static DatadogRejected noSuchComment() {
        return DatadogRejected.notFound("No comment matches that comment_id.");
    }

    /** @param absolute makes a URL of a path on this installation */
    public DatadogCommentAnswer toAnswer(Event event, UnaryOperator<String> absolute) {
        var content = event.content();
        return new DatadogCommentAnswer(new DatadogCommentAnswer.Comment(
                event.id(),
                content.text(),
                content.attributes().get(HANDLE) instanceof String handle ? handle : null,
                absolute.apply("/event/event?id=" + event.id()),
                "/api/v1/comments/" + event.id(),
                content.relatedEventId() == null ? null : content.relatedEventId().toString()));
    }
}

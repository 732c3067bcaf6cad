package io.tocsin.events.record;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.tocsin.events.receipt.EventIds;
import io.tocsin.events.receipt.EventUids;
import io.tocsin.events.retention.RetentionClasses;
import io.tocsin.model.Event;
import io.tocsin.model.EventContent;
import io.tocsin.model.Scope;
import io.tocsin.model.message.EventRecorded;
import io.tocsin.outbox.Outbox;
import io.tocsin.outbox.OutgoingMessage;
import io.tocsin.query.term.EventTerms;

/** Turns events into rows. It runs in the caller's request, whose trace the message continues. */
@Singleton
class EventRows {

    static final String DESTINATION = "alerts-service";

    private final Outbox outbox;
    private final ObjectMapper json;
    private final EventIds ids;
    private final RetentionClasses retention;
    private final Clock clock;

    EventRows(Outbox outbox, ObjectMapper json, EventIds ids, RetentionClasses retention, Clock clock) {
        this.outbox = outbox;
        this.json = json;
        this.ids = ids;
        this.retention = retention;
        this.clock = clock;
    }

    /** Events received now, under ids which rise in their order. */
    List<EventRow> fresh(Scope scope, List<EventContent> contents) {
        var now = clock.instant();
        var terms = EventTerms.within(scope);
        return contents.stream()
                .map(content -> of(fresh(scope, content, now), terms))
                .toList();
    }

    private Event fresh(Scope scope, EventContent content, Instant now) {
        var id = ids.next(now);
        return new Event(id, EventUids.of(id), scope, now, content);
    }

    EventRow of(Event event) {
        return of(event, EventTerms.within(event.scope()));
    }

    private EventRow of(Event event, EventTerms terms) {
        var content = event.content();
        return new EventRow(event, retention.of(event.scope().organization()),
                content.entity() == null ? null : jsonOf(content.entity()), attributes(event), terms.termsOf(event),
                messageAbout(event));
    }

    String attributes(Event event) {
        return jsonOf(event.content().attributes());
    }

    /** The same event under another id and uid, still in the trace of its request. */
    EventRow renamed(EventRow row) {
        var old = row.event();
        var id = ids.next(old.receivedAt());
        var event = new Event(id, EventUids.of(id), old.scope(), old.receivedAt(), old.content());
        var message = messageAbout(event);
        return new EventRow(event, row.retention(), row.entity(), row.attributes(), row.terms(), new OutgoingMessage(message
                .id(),
                message.destination(), message.type(), message.subject(), message.data(), row.message().traceParent(),
                message.createdAt()));
    }

    private OutgoingMessage messageAbout(Event event) {
        var recorded = new EventRecorded(event);
        return outbox.message(DESTINATION, EventRecorded.TYPE, recorded.subject(), recorded);
    }

    private String jsonOf(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a JSON value: " + value.getClass(), e);
        }
    }
}

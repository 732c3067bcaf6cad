package io.tocsin.events.record;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.tocsin.model.Event;
import io.tocsin.model.message.EventRecorded;
import io.tocsin.outbox.Outbox;
import io.tocsin.outbox.OutgoingMessage;

/** Turns events into rows. It runs in the caller's request, whose trace the message continues. */
@Singleton
class EventRows {

    static final String DESTINATION = "alerts-service";

    private final Outbox outbox;
    private final ObjectMapper json;
    private final EventIds ids;

    EventRows(Outbox outbox, ObjectMapper json, EventIds ids) {
        this.outbox = outbox;
        this.json = json;
        this.ids = ids;
    }

    EventRow of(Event event) {
        var content = event.content();
        return new EventRow(event, content.entity() == null ? null : jsonOf(content.entity()), jsonOf(content.attributes()),
                messageAbout(event));
    }

    /** The same event under another id, still in the trace of its request. */
    EventRow renamed(EventRow row) {
        var old = row.event();
        var event = new Event(ids.next(old.receivedAt()), old.uid(), old.scope(), old.receivedAt(), old.content());
        var message = messageAbout(event);
        return new EventRow(event, row.entity(), row.attributes(), new OutgoingMessage(message.id(), message.destination(),
                message.type(), message.subject(), message.data(), row.message().traceParent(), message.createdAt()));
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

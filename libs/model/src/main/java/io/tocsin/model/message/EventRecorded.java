package io.tocsin.model.message;

import java.util.Objects;

import io.tocsin.model.Event;

/** From events-service to alerts-service: this event was accepted. Its subject is the aggregation key, else the event's id. */
public record EventRecorded(Event event) {

    public static final String TYPE = "io.tocsin.event.recorded.v1";

    public EventRecorded {
        Objects.requireNonNull(event, "event");
    }

    /** What must stay in order: the events of one aggregation key; all others are alone. */
    public String subject() {
        var key = event.content().aggregationKey();
        return key == null
                ? Long.toString(event.id())
                : event.scope().organization() + "/" + event.scope().accountGroup() + "/" + key;
    }
}

package io.tocsin.events.record;

import io.tocsin.model.Event;
import io.tocsin.outbox.OutgoingMessage;

/**
 * One event ready to be stored, with the message which tells of it.
 *
 * @param retention the class of its organization
 * @param entity as JSON, null when the event names none
 * @param attributes as JSON
 * @param terms what the index finds it by
 * @param message null when nobody is to be told
 */
record EventRow(Event event, String retention, String entity, String attributes, int[] terms, OutgoingMessage message) {

    /** The same, of which nobody is told. */
    EventRow untold() {
        return new EventRow(event, retention, entity, attributes, terms, null);
    }
}

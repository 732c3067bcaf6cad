package io.tocsin.alerts.evaluation;

import java.time.Instant;

import io.tocsin.alerts.evaluation.Recovery.KeyOfRule;
import io.tocsin.model.Event;

/** One event as it counts for one source of one rule. */
record Sighting(EventRule rule, Event event, String source, String counted) {

    Moment moment() {
        return momentOf(event);
    }

    Instant liveUntil() {
        return event.receivedAt().plus(rule.expression().last());
    }

    String key() {
        return keyOf(event);
    }

    KeyOfRule keyOfRule() {
        return new KeyOfRule(rule.id(), key());
    }

    static Moment momentOf(Event event) {
        return new Moment(event.receivedAt(), event.id());
    }

    /** Null when the event has none. */
    static String keyOf(Event event) {
        var key = event.content().aggregationKey();
        return key == null ? null : Sources.bounded(key);
    }
}

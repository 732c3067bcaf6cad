package io.tocsin.alerts.evaluation;

import io.tocsin.model.Event;

/** An event which takes away the earlier matches of its aggregation key from one rule. */
record Recovery(long rule, Event event) {

    Moment moment() {
        return Sighting.momentOf(event);
    }

    KeyOfRule key() {
        return new KeyOfRule(rule, Sighting.keyOf(event));
    }

    record KeyOfRule(long rule, String key) {}
}

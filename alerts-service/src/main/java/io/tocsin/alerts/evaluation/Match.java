package io.tocsin.alerts.evaluation;

import java.util.Objects;

/**
 * What one event adds to the number of one source.
 *
 * @param counted what is one however often it comes: the event itself, or a facet's value
 * @param span how long it counts: until the window slides off it, or a recovery takes it away
 */
record Match(String counted, Span span) {

    Match {
        Objects.requireNonNull(counted, "counted");
        Objects.requireNonNull(span, "span");
    }
}

package io.tocsin.outbox.backlog;

import java.time.Instant;

/**
 * What waits for one destination.
 *
 * @param oldest when the oldest message was made, null when there is none
 * @param setAside how many messages wait for a person
 */
record Backlog(String destination, long depth, Instant oldest, long setAside) {

    static Backlog none(String destination) {
        return new Backlog(destination, 0, null, 0);
    }
}

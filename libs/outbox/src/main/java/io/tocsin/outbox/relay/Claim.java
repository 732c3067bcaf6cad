package io.tocsin.outbox.relay;

import java.util.List;
import java.util.UUID;

import io.tocsin.outbox.OutgoingMessage;

/**
 * Messages of lanes which nobody else may deliver until the lease ends.
 *
 * @param token owns the leases; a new one for each claim, so that a relay which came too late cannot settle what it lost; null
 *        where nothing was claimed
 */
record Claim(String destination, UUID token, List<Claimed> rows) {

    static Claim none(String destination) {
        return new Claim(destination, null, List.of());
    }

    boolean isEmpty() { return rows.isEmpty(); }

    List<OutgoingMessage> messages() {
        return rows.stream().map(Claimed::message).toList();
    }

    /** The part which makes the next request: what travels alone, or everything up to the next which does. */
    Claim nextRequest() {
        var end = 0;
        while (end < rows.size() && !rows.get(end).alone()) {
            end++;
        }
        return first(Math.max(1, end));
    }

    Claim first(int size) {
        return size >= rows.size() ? this : new Claim(destination, token, rows.subList(0, size));
    }
}

package io.tocsin.audit.chain;

import java.time.Instant;

import io.tocsin.proof.Link;

/** Where a link begins: all that its entries know of it. */
public record Position(long firstEntry, Instant committedAt) {

    static Position of(Link link) {
        return new Position(link.firstEntry(), link.committedAt());
    }

    /** Where the next one begins. */
    static Position behind(Link link) {
        return of(link).behind(link.entries());
    }

    /** Where the next one begins when this has so many entries. */
    Position behind(long entries) {
        return new Position(firstEntry + entries, committedAt);
    }

    Position notBefore(Instant time) {
        return committedAt.isBefore(time) ? new Position(firstEntry, time) : this;
    }
}

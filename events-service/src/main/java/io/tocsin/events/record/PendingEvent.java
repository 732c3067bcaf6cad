package io.tocsin.events.record;

import java.util.concurrent.CompletableFuture;

import io.tocsin.model.Event;

/** A row on its way into the database, and the caller who waits for it. Two of them are never equal. */
final class PendingEvent {

    private final EventRow row;
    private final CompletableFuture<Event> outcome;

    private PendingEvent(EventRow row, CompletableFuture<Event> outcome) {
        this.row = row;
        this.outcome = outcome;
    }

    static PendingEvent of(EventRow row) {
        return new PendingEvent(row, new CompletableFuture<>());
    }

    /** The same caller, waiting for another row. */
    PendingEvent as(EventRow other) {
        return new PendingEvent(other, outcome);
    }

    EventRow row() {
        return row;
    }

    CompletableFuture<Event> outcome() {
        return outcome;
    }

    /** False once the caller has its answer, and be it that it waited for too long. */
    boolean isAwaited() {
        return !outcome.isDone();
    }

    void recorded() {
        outcome.complete(row.event());
    }

    void refused(EventRefused reason) {
        outcome.completeExceptionally(reason);
    }
}

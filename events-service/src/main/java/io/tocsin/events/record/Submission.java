package io.tocsin.events.record;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.tocsin.model.Event;

/** Rows which are stored together or not at all, and the caller who waits for them. Two of them are never equal. */
final class Submission {

    private final List<EventRow> rows;
    private final CompletableFuture<List<Event>> outcome;

    private Submission(List<EventRow> rows, CompletableFuture<List<Event>> outcome) {
        this.rows = rows;
        this.outcome = outcome;
    }

    static Submission of(List<EventRow> rows) {
        return new Submission(List.copyOf(rows), new CompletableFuture<>());
    }

    /** The same caller, waiting for other rows. */
    Submission as(List<EventRow> others) {
        return new Submission(List.copyOf(others), outcome);
    }

    List<EventRow> rows() {
        return rows;
    }

    int size() {
        return rows.size();
    }

    CompletableFuture<List<Event>> outcome() {
        return outcome;
    }

    /** False once the caller has its answer, and be it that it waited for too long. */
    boolean isAwaited() {
        return !outcome.isDone();
    }

    void recorded() {
        outcome.complete(rows.stream().map(EventRow::event).toList());
    }

    void refused(EventRefused reason) {
        outcome.completeExceptionally(reason);
    }
}

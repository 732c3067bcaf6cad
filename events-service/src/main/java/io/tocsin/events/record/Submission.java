package io.tocsin.events.record;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.tocsin.events.commit.Waiting;
import io.tocsin.model.Event;

/** Rows which are stored together or not at all, and the caller who waits for them. */
final class Submission implements Waiting {

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

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public CompletableFuture<List<Event>> outcome() {
        return outcome;
    }

    void recorded() {
        outcome.complete(rows.stream().map(EventRow::event).toList());
    }

    void refused(EventRefused reason) {
        outcome.completeExceptionally(reason);
    }
}

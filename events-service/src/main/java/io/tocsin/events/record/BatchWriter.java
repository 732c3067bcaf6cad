package io.tocsin.events.record;

import java.util.List;

import jakarta.inject.Singleton;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tocsin.events.postgres.PostgresFailure;

/**
 * Brings a batch into the database and tells each caller how it went. A batch with a bad row is written again row by row, so that
 * the bad one fails alone. While the database is away a batch is tried again, under the same ids, for as long as anybody waits for
 * it: an insert whose answer was lost is then found, not repeated.
 */
@Singleton
class BatchWriter {

    private final EventStore store;
    private final EventRows rows;
    private final IngestConfig config;
    private final IngestMetrics metrics;
    private final Outage outage;

    BatchWriter(EventStore store, EventRows rows, IngestConfig config, IngestMetrics metrics, Outage outage) {
        this.store = store;
        this.rows = rows;
        this.config = config;
        this.metrics = metrics;
        this.outage = outage;
    }

    /** Completes when every caller of the batch has its answer. */
    Uni<Void> write(List<PendingEvent> batch) {
        var awaited = batch.stream().filter(PendingEvent::isAwaited).toList();
        if (awaited.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return store.insert(awaited.stream().map(PendingEvent::row).toList())
                .invoke(() -> committed(awaited))
                .onFailure()
                .recoverWithUni(failure -> failed(awaited, failure));
    }

    private void committed(List<PendingEvent> batch) {
        outage.over();
        metrics.batch(batch.size());
        batch.forEach(PendingEvent::recorded);
    }

    private Uni<Void> failed(List<PendingEvent> batch, Throwable failure) {
        var meaning = PostgresFailure.of(failure);
        if (meaning == PostgresFailure.OUTAGE) {
            return again(batch, failure);
        }
        return batch.size() > 1 ? eachAlone(batch) : failedAlone(batch.get(0), meaning, failure);
    }

    private Uni<Void> again(List<PendingEvent> batch, Throwable failure) {
        outage.noticed(failure);
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(config.retryDelay())
                .chain(() -> write(batch));
    }

    private Uni<Void> eachAlone(List<PendingEvent> batch) {
        return Multi.createFrom()
                .iterable(batch)
                .onItem()
                .transformToUniAndConcatenate(pending -> write(List.of(pending)))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> failedAlone(PendingEvent pending, PostgresFailure meaning, Throwable failure) {
        return switch (meaning) {
            case DUPLICATE -> foundOrRenamed(pending);
            case UNSTORABLE -> refused(pending, failure);
            case OUTAGE, UNKNOWN -> again(List.of(pending), failure);
        };
    }

    /** A row with this id exists: this very one, whose commit was not heard of, or that of another replica. */
    private Uni<Void> foundOrRenamed(PendingEvent pending) {
        return store.isStored(pending.row().event())
                .chain(stored -> stored ? found(pending) : write(List.of(pending.as(rows.renamed(pending.row())))))
                .onFailure()
                .recoverWithUni(failure -> again(List.of(pending), failure));
    }

    private Uni<Void> found(PendingEvent pending) {
        committed(List.of(pending));
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> refused(PendingEvent pending, Throwable failure) {
        Log.warnf("ingest: refused an event which cannot be stored: scope=%s cause=%s", pending.row().event().scope(),
                failure.getMessage());
        pending.refused(new EventRefused(EventRefused.Reason.UNSTORABLE, "The event cannot be stored."));
        return Uni.createFrom().voidItem();
    }
}

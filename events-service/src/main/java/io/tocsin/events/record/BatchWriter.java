package io.tocsin.events.record;

import java.util.List;

import jakarta.inject.Singleton;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tocsin.events.postgres.PostgresFailure;

/**
 * Brings a batch into the database and tells each caller how it went. A batch with a bad row is written again one submission after
 * the other, so that the bad one fails alone. While the database is away a batch is tried again, under the same ids, for as long as anybody waits for
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
    Uni<Void> write(List<Submission> batch) {
        var awaited = batch.stream().filter(Submission::isAwaited).toList();
        if (awaited.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return store.insert(awaited.stream().flatMap(submission -> submission.rows().stream()).toList())
                .invoke(() -> committed(awaited))
                .onFailure()
                .recoverWithUni(failure -> failed(awaited, failure));
    }

    private void committed(List<Submission> batch) {
        outage.over();
        metrics.batch(batch.stream().mapToInt(Submission::size).sum());
        batch.forEach(Submission::recorded);
    }

    private Uni<Void> failed(List<Submission> batch, Throwable failure) {
        var meaning = PostgresFailure.of(failure);
        if (meaning == PostgresFailure.OUTAGE || meaning == PostgresFailure.NO_PARTITION) {
            return again(batch, failure);
        }
        return batch.size() > 1 ? eachAlone(batch) : failedAlone(batch.get(0), meaning, failure);
    }

    private Uni<Void> again(List<Submission> batch, Throwable failure) {
        outage.noticed(failure);
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(config.retryDelay())
                .chain(() -> write(batch));
    }

    private Uni<Void> eachAlone(List<Submission> batch) {
        return Multi.createFrom()
                .iterable(batch)
                .onItem()
                .transformToUniAndConcatenate(submission -> write(List.of(submission)))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> failedAlone(Submission submission, PostgresFailure meaning, Throwable failure) {
        return switch (meaning) {
            case DUPLICATE -> foundOrRenamed(submission);
            case UNSTORABLE -> refused(submission, failure);
            case OUTAGE, NO_PARTITION, UNKNOWN -> again(List.of(submission), failure);
        };
    }

    /** A row with one of its ids exists: its very own, whose commit was not heard of, or that of another replica. */
    private Uni<Void> foundOrRenamed(Submission submission) {
        return store.isStored(submission.rows().get(0))
                .chain(stored -> stored ? found(submission) : write(List.of(renamed(submission))))
                .onFailure()
                .recoverWithUni(failure -> again(List.of(submission), failure));
    }

    private Submission renamed(Submission submission) {
        return submission.as(submission.rows().stream().map(rows::renamed).toList());
    }

    private Uni<Void> found(Submission submission) {
        committed(List.of(submission));
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> refused(Submission submission, Throwable failure) {
        Log.warnf("ingest: refused what cannot be stored: events=%d scope=%s cause=%s", submission.size(),
                submission.rows().get(0).event().scope(), failure.getMessage());
        submission.refused(EventRefused.unstorable());
        return Uni.createFrom().voidItem();
    }
}

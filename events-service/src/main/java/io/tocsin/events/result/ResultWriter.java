package io.tocsin.events.result;

import java.util.List;
import java.util.function.Function;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tocsin.events.commit.Waiting;
import io.tocsin.events.postgres.PostgresFailure;

/**
 * Brings the results of several calls into the database and tells each caller how it went. When they cannot be stored together each
 * call is tried alone, so that a bad one fails alone. While the database is away callers are told so: they may send again without
 * harm.
 */
@Singleton
class ResultWriter {

    private final ResultStore store;

    ResultWriter(ResultStore store) {
        this.store = store;
    }

    /** Completes when every caller has its answer. */
    Uni<Void> write(List<ResultSubmission> batch) {
        return eachOf(Waves.of(batch.stream().filter(Waiting::isAwaited).toList()), this::writeTogether);
    }

    private Uni<Void> writeTogether(List<ResultSubmission> wave) {
        return store.insert(wave.stream().map(ResultSubmission::batch).toList())
                .invoke(receipts -> ResultSubmission.recorded(wave, receipts))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> failed(wave, failure));
    }

    private Uni<Void> failed(List<ResultSubmission> wave, Throwable failure) {
        if (wave.size() > 1 && PostgresFailure.of(failure) != PostgresFailure.OUTAGE) {
            return eachOf(wave, submission -> writeTogether(List.of(submission)));
        }
        wave.forEach(submission -> submission.outcome().completeExceptionally(failure));
        return Uni.createFrom().voidItem();
    }

    private static <T> Uni<Void> eachOf(List<T> items, Function<T, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(step::apply)
                .onItem()
                .ignoreAsUni();
    }
}

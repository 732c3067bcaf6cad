package io.tocsin.events.result;

import java.util.List;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.tocsin.events.postgres.PostgresFailure;

/** Stores results by the statement which suits them: mostly all are new. */
@Singleton
class ResultStore {

    private final ResultInserts inserts;
    private final ResultPartitions partitions;
    private final Repeats repeats = new Repeats();

    ResultStore(ResultInserts inserts, ResultPartitions partitions) {
        this.inserts = inserts;
        this.partitions = partitions;
    }

    /**
     * Completes after the commit with a receipt for each call; the relay then knows that there is something to deliver.
     *
     * @param batches of which no two have a row in common
     */
    Uni<List<ResultReceipt>> insert(List<ResultBatch> batches) {
        return insertNow(batches)
                .onFailure(failure -> PostgresFailure.of(failure) == PostgresFailure.NO_PARTITION)
                .recoverWithUni(() -> makePartitionsAndInsert(batches));
    }

    private Uni<List<ResultReceipt>> makePartitionsAndInsert(List<ResultBatch> batches) {
        return partitions.makeFor(ResultInserts.rows(batches).stream().map(row -> row.result().roundStart()).toList())
                .chain(() -> insertNow(batches));
    }

    private Uni<List<ResultReceipt>> insertNow(List<ResultBatch> batches) {
        return repeats.areLikely()
                ? inserts.any(batches)
                : inserts.allNew(batches)
                        .onFailure(failure -> PostgresFailure.of(failure) == PostgresFailure.DUPLICATE)
                        .recoverWithUni(() -> insertRepeats(batches));
    }

    private Uni<List<ResultReceipt>> insertRepeats(List<ResultBatch> batches) {
        repeats.saw();
        return inserts.any(batches);
    }
}

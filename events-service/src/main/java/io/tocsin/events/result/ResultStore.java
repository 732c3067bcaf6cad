package io.tocsin.events.result;

import java.util.List;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.tocsin.events.postgres.PostgresFailure;
import io.tocsin.outbox.Outbox;
import io.tocsin.outbox.OutgoingMessage;
import io.vertx.mutiny.sqlclient.Pool;

@Singleton
class ResultStore {

    private final Pool pool;
    private final Outbox outbox;
    private final ResultPartitions partitions;
    private final SeenMemory seen;

    ResultStore(Pool pool, Outbox outbox, ResultPartitions partitions, SeenMemory seen) {
        this.pool = pool;
        this.outbox = outbox;
        this.partitions = partitions;
        this.seen = seen;
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
        return partitions.makeFor(rows(batches).stream().map(row -> row.result().roundStart()).toList())
                .chain(() -> insertNow(batches));
    }

    private Uni<List<ResultReceipt>> insertNow(List<ResultBatch> batches) {
        var rows = rows(batches);
        var unseen = seen.newsOf(rows);
        return pool.preparedQuery(ResultSql.INSERT)
                .execute(ResultColumns.of(messages(batches), rows, unseen))
                .invoke(() -> seen.wrote(unseen))
                .map(NewsByMessage::of)
                .invoke(news -> outbox.committed(ResultRows.DESTINATION, news.messages()))
                .map(news -> batches.stream().map(news::receipt).toList());
    }

    private static List<OutgoingMessage> messages(List<ResultBatch> batches) {
        return batches.stream().flatMap(batch -> batch.messages().stream()).toList();
    }

    private static List<ResultRow> rows(List<ResultBatch> batches) {
        return batches.stream().flatMap(batch -> batch.rows().stream()).toList();
    }
}

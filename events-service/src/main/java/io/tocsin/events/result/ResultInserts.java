package io.tocsin.events.result;

import java.util.List;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.tocsin.outbox.Outbox;
import io.tocsin.outbox.OutgoingMessage;
import io.vertx.mutiny.sqlclient.Pool;

/** Stores results and all that follows from them, in one statement and one commit. */
@Singleton
class ResultInserts {

    private final Pool pool;
    private final Outbox outbox;
    private final SeenMemory seen;

    ResultInserts(Pool pool, Outbox outbox, SeenMemory seen) {
        this.pool = pool;
        this.outbox = outbox;
        this.seen = seen;
    }

    /** Fails when one of them is known, and nothing is stored. */
    Uni<List<ResultReceipt>> allNew(List<ResultBatch> batches) {
        var rows = rows(batches);
        var messages = messages(batches);
        var unseen = seen.newsOf(rows);
        return pool.preparedQuery(ResultSql.INSERT_NEW)
                .execute(ResultColumns.ofNew(messages, rows, unseen))
                .invoke(() -> seen.wrote(unseen))
                .invoke(() -> outbox.committed(ResultRows.DESTINATION, messages.size()))
                .map(stored -> batches.stream().map(ResultReceipt::ofNew).toList());
    }

    Uni<List<ResultReceipt>> any(List<ResultBatch> batches) {
        var rows = rows(batches);
        var unseen = seen.newsOf(rows);
        return pool.preparedQuery(ResultSql.INSERT_ANY)
                .execute(ResultColumns.ofAny(messages(batches), rows, unseen))
                .invoke(() -> seen.wrote(unseen))
                .map(NewsByMessage::of)
                .invoke(news -> outbox.committed(ResultRows.DESTINATION, news.messages()))
                .map(news -> batches.stream().map(news::receipt).toList());
    }

    private static List<OutgoingMessage> messages(List<ResultBatch> batches) {
        return batches.stream().flatMap(batch -> batch.messages().stream()).toList();
    }

    /** In the order of names. */
    static List<ResultRow> rows(List<ResultBatch> batches) {
        return batches.stream().flatMap(batch -> batch.rows().stream()).sorted(ResultRow.ORDER).toList();
    }
}

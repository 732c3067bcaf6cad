package io.tocsin.events.result;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import io.tocsin.outbox.OutboxRows;
import io.tocsin.outbox.OutgoingMessage;
import io.vertx.mutiny.sqlclient.Tuple;

/** The parameters of {@link ResultSql}'s statements: messages, results, tests and sources, column by column. */
final class ResultColumns {

    private ResultColumns() {}

    static Tuple ofNew(List<OutgoingMessage> messages, List<ResultRow> rows, SeenNews news) {
        var columns = OutboxRows.of(messages);
        addResults(rows, columns);
        SeenColumns.add(news, columns);
        return Tuple.newInstance(columns);
    }

    /** With the place of each result in its message. */
    static Tuple ofAny(List<OutgoingMessage> messages, List<ResultRow> rows, SeenNews news) {
        return ofNew(messages, rows, news)
                .addValue(rows.stream().map(ResultRow::message).toArray(UUID[]::new))
                .addValue(rows.stream().map(ResultRow::place).toArray(Integer[]::new));
    }

    private static void addResults(List<ResultRow> rows, io.vertx.sqlclient.Tuple columns) {
        columns.addValue(texts(rows, row -> row.name().organization()))
                .addValue(texts(rows, row -> row.name().accountGroup()))
                .addValue(texts(rows, row -> row.name().test()))
                .addValue(texts(rows, row -> row.name().layer()))
                .addValue(texts(rows, row -> row.name().sourceKind()))
                .addValue(texts(rows, row -> row.name().source()))
                .addValue(texts(rows, row -> row.name().target()))
                .addValue(rows.stream().map(row -> row.name().round()).toArray(Long[]::new))
                .addValue(texts(rows, row -> row.json().target()))
                .addValue(times(rows, row -> row.result().date()))
                .addValue(times(rows, row -> row.result().receivedAt()))
                .addValue(texts(rows, row -> row.json().measurements()));
    }

    static <T> String[] texts(List<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    static <T> OffsetDateTime[] times(List<T> rows, Function<T, Instant> column) {
        return rows.stream().map(row -> column.apply(row).atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new);
    }
}

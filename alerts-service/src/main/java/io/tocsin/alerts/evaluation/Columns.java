package io.tocsin.alerts.evaluation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** Rows as the arrays, one per column, which {@code unnest} turns into rows again: one statement, whatever their number. */
public final class Columns<T> {

    private final Collection<T> rows;
    private final Tuple tuple = Tuple.tuple();

    private Columns(Collection<T> rows) {
        this.rows = rows;
    }

    public static <T> Columns<T> of(Collection<T> rows) {
        return new Columns<>(rows);
    }

    public Columns<T> texts(Function<T, String> column) {
        tuple.addValue(rows.stream().map(column).toArray(String[]::new));
        return this;
    }

    public Columns<T> longs(Function<T, Long> column) {
        tuple.addValue(rows.stream().map(column).toArray(Long[]::new));
        return this;
    }

    public Columns<T> flags(Function<T, Boolean> column) {
        tuple.addValue(rows.stream().map(column).toArray(Boolean[]::new));
        return this;
    }

    public Columns<T> ids(Function<T, UUID> column) {
        tuple.addValue(rows.stream().map(column).toArray(UUID[]::new));
        return this;
    }

    public Columns<T> times(Function<T, Instant> column) {
        tuple.addValue(rows.stream().map(column).map(Columns::time).toArray(OffsetDateTime[]::new));
        return this;
    }

    /** Two columns: the instant, and what acts then. */
    Columns<T> moments(Function<T, Moment> column) {
        return times(row -> column.apply(row).at())
                .longs(row -> column.apply(row).by());
    }

    public Tuple tuple() {
        return tuple;
    }

    public static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    public static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    static Moment moment(Row row, String at, String by) {
        return new Moment(instant(row, at), row.getLong(by));
    }
}

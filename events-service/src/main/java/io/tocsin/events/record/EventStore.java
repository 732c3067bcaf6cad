package io.tocsin.events.record;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.tocsin.events.postgres.PostgresFailure;
import io.tocsin.events.postgres.TextArray;
import io.tocsin.events.retention.EventPartitions;
import io.tocsin.model.Event;
import io.tocsin.model.EventContent;
import io.tocsin.outbox.Outbox;
import io.tocsin.outbox.OutboxRows;
import io.tocsin.outbox.OutboxSql;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

@Singleton
class EventStore {

    /** Events and the messages about them, both or neither; one round trip and one commit, whatever their number. */
    private static final String INSERT = "with announced as (" + OutboxSql.INSERT_MANY + ")" + """
            insert into event (retention, id, uid, organization, account_group, title, text, happened_at, ended_at, status, type,
                               severity, priority, source, host, entity, tags, aggregation_key, correlation_id,
                               related_event_id, attributes, received_at, terms)
            select retention, id, uid, organization, account_group, title, text, happened_at, ended_at, status, type,
                   severity, priority, source, host, entity::jsonb, tags::text[], aggregation_key, correlation_id,
                   related_event_id, attributes::jsonb, received_at, ($31::integer[])[first_term:last_term]
              from unnest($9::text[], $10::bigint[], $11::uuid[], $12::text[], $13::text[], $14::text[], $15::text[],
                          $16::timestamptz[], $17::timestamptz[], $18::text[], $19::text[], $20::text[], $21::text[],
                          $22::text[], $23::text[], $24::text[], $25::text[], $26::text[], $27::text[], $28::bigint[],
                          $29::text[], $30::timestamptz[], $32::integer[], $33::integer[])
                   as fresh(retention, id, uid, organization, account_group, title, text, happened_at, ended_at, status, type,
                            severity, priority, source, host, entity, tags, aggregation_key, correlation_id,
                            related_event_id, attributes, received_at, first_term, last_term)
            """;

    private static final String IS_STORED = "select 1 from event where retention = $1 and id = $2 and uid = $3";

    private final Pool pool;
    private final Outbox outbox;
    private final EventPartitions partitions;

    EventStore(Pool pool, Outbox outbox, EventPartitions partitions) {
        this.pool = pool;
        this.outbox = outbox;
        this.partitions = partitions;
    }

    /** Completes after the commit; the relay then knows that there is something to deliver. */
    Uni<Void> insert(List<EventRow> rows) {
        return insertNow(rows)
                .onFailure(failure -> PostgresFailure.of(failure) == PostgresFailure.NO_PARTITION)
                .recoverWithUni(() -> makePartitionsAndInsert(rows))
                .invoke(() -> committed(rows.size()));
    }

    private Uni<Void> makePartitionsAndInsert(List<EventRow> rows) {
        return makePartitions(rows)
                .chain(() -> insertNow(rows));
    }

    Uni<Void> makePartitions(List<EventRow> rows) {
        return partitions.makeFor(rows.stream().map(row -> row.event().id()).toList());
    }

    private Uni<Void> insertNow(List<EventRow> rows) {
        return insert(pool, rows);
    }

    /** In a transaction of the caller, who has to say {@link #committed} when it was. */
    Uni<Void> insert(SqlClient connection, List<EventRow> rows) {
        return connection.preparedQuery(INSERT)
                .execute(columns(rows))
                .replaceWithVoid();
    }

    void committed(int events) {
        outbox.committed(EventRows.DESTINATION, events);
    }

    /** Whether this very event is there, perhaps by an insert whose answer was lost. */
    Uni<Boolean> isStored(EventRow row) {
        return pool.preparedQuery(IS_STORED)
                .execute(Tuple.of(row.retention(), row.event().id(), row.event().uid()))
                .map(rows -> rows.rowCount() > 0);
    }

    private static Tuple columns(List<EventRow> rows) {
        var columns = OutboxRows.of(rows.stream().map(EventRow::message).filter(Objects::nonNull).toList());
        columns.addValue(texts(rows, EventRow::retention));
        columns.addValue(column(rows, Event::id, new Long[rows.size()]));
        columns.addValue(column(rows, Event::uid, new UUID[rows.size()]));
        columns.addValue(texts(rows, row -> row.event().scope().organization()));
        columns.addValue(texts(rows, row -> row.event().scope().accountGroup()));
        columns.addValue(said(rows, EventContent::title));
        columns.addValue(said(rows, EventContent::text));
        columns.addValue(column(rows, event -> utc(event.content().happenedAt()), new OffsetDateTime[rows.size()]));
        columns.addValue(column(rows, event -> utc(event.content().endedAt()), new OffsetDateTime[rows.size()]));
        columns.addValue(said(rows, content -> content.status().name()));
        columns.addValue(said(rows, EventContent::type));
        columns.addValue(said(rows, content -> content.severity().name()));
        columns.addValue(said(rows, content -> content.priority().name()));
        columns.addValue(said(rows, EventContent::source));
        columns.addValue(said(rows, EventContent::host));
        columns.addValue(texts(rows, EventRow::entity));
        columns.addValue(said(rows, content -> TextArray.literal(content.tags())));
        columns.addValue(said(rows, EventContent::aggregationKey));
        columns.addValue(said(rows, EventContent::correlationId));
        columns.addValue(column(rows, event -> event.content().relatedEventId(), new Long[rows.size()]));
        columns.addValue(texts(rows, EventRow::attributes));
        columns.addValue(column(rows, event -> utc(event.receivedAt()), new OffsetDateTime[rows.size()]));
        TermColumns.of(rows).addTo(columns);
        return Tuple.newInstance(columns);
    }

    private static String[] said(List<EventRow> rows, Function<EventContent, String> part) {
        return texts(rows, row -> part.apply(row.event().content()));
    }

    private static String[] texts(List<EventRow> rows, Function<EventRow, String> part) {
        var column = new String[rows.size()];
        for (int at = 0; at < column.length; at++) {
            column[at] = part.apply(rows.get(at));
        }
        return column;
    }

    private static <T> T[] column(List<EventRow> rows, Function<Event, T> part, T[] column) {
        for (int at = 0; at < column.length; at++) {
            column[at] = part.apply(rows.get(at).event());
        }
        return column;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}

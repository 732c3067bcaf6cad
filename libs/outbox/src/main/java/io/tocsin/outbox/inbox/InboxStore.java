package io.tocsin.outbox.inbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.TimeOrderedId;
import io.tocsin.outbox.IncomingMessage;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;

@ApplicationScoped
class InboxStore {

    /** In the order of ids, so that two deliveries of the same messages wait for each other instead of dead-locking. */
    private static final String REMEMBER_ALL = """
            insert into inbox (id, received_at)
            select id, $2
              from unnest($1::uuid[]) as m(id)
             order by id
            """;

    private static final String REMEMBER = REMEMBER_ALL + "on conflict do nothing";

    private static final String UNIQUE_VIOLATION = "23505";

    /** Those which this transaction inserted. Asked when some were there already; to return all each time costs a third of inserting them. */
    private static final String NEW_AMONG = """
            select id
              from inbox
             where id = any($1)
               and xmin = pg_current_xact_id()::xid
            """;

    /** By the primary key; the time of receipt counts as well, as a message may be re-driven long after its id was made. */
    private static final String FORGET = """
            delete from inbox
             where id in (select id
                            from inbox
                           where id < $1
                             and received_at < $2
                           order by id
                           limit $3
                             for update skip locked)
            """;

    private final Pool pool;

    InboxStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * Records the ids in the transaction and returns them all. Fails with what {@link #knowsSome} recognizes when one is known. That is
     * half the work of asking row by row, and hardly ever does a message come again.
     */
    Uni<Set<UUID>> rememberAll(SqlConnection transaction, List<IncomingMessage> messages, Instant now) {
        var ids = ids(messages);
        return transaction.preparedQuery(REMEMBER_ALL)
                .execute(rows(ids, now))
                .replaceWith(ids);
    }

    static boolean knowsSome(Throwable failure) {
        return failure instanceof PgException answer
                && UNIQUE_VIOLATION.equals(answer.getSqlState())
                && "inbox".equals(answer.getTable());
    }

    /** Records the ids in the transaction and returns those which are new. */
    Uni<Set<UUID>> remember(SqlConnection transaction, List<IncomingMessage> messages, Instant now) {
        var ids = ids(messages);
        return transaction.preparedQuery(REMEMBER)
                .execute(rows(ids, now))
                .chain(inserted -> inserted.rowCount() == ids.size()
                        ? Uni.createFrom().item(ids)
                        : newAmong(transaction, ids));
    }

    private static Set<UUID> ids(List<IncomingMessage> messages) {
        return messages.stream().map(IncomingMessage::id).collect(Collectors.toCollection(HashSet::new));
    }

    private static Tuple rows(Set<UUID> ids, Instant now) {
        return Tuple.tuple().addValue(ids.toArray(UUID[]::new)).addValue(now.atOffset(ZoneOffset.UTC));
    }

    private static Uni<Set<UUID>> newAmong(SqlConnection transaction, Set<UUID> ids) {
        return transaction.preparedQuery(NEW_AMONG)
                .execute(Tuple.tuple().addValue(ids.toArray(UUID[]::new)))
                .map(rows -> rows.stream().map(row -> row.getUUID(0)).collect(Collectors.toCollection(HashSet::new)));
    }

    /** Forgets at most {@code limit} ids of messages made and received before this time, and tells how many there were. */
    Uni<Integer> forget(Instant before, int limit) {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of(TimeOrderedId.floor(before), before.atOffset(ZoneOffset.UTC), limit))
                .map(RowSet::rowCount);
    }
}

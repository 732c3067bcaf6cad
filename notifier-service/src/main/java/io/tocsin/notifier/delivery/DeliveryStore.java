package io.tocsin.notifier.delivery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.notifier.delivery.DeliveryState.Sending;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** Deliveries as replicas hold and settle them. Each method is one statement, and therefore one transaction. */
@ApplicationScoped
class DeliveryStore {

    /**
     * Takes what is due on a channel, oldest first, and records the attempts which begin. What follows an unfinished delivery has to wait for it.
     * A delivery found in the state sending was lost with its replica: nobody knows what the mail server answered.
     */
    private static final String CLAIM = """
            with due as (
                select id, state as found, attempts
                  from delivery
                 where finished_at is null
                   and led_by is null
                   and channel = $6
                   and due_at <= $1
                   and not exists (select 1
                                     from delivery earlier
                                    where earlier.id = delivery.follows
                                      and earlier.finished_at is null)
                 order by due_at
                   for update skip locked
                 limit $2),
            claimed as (
                update delivery
                   set state = 'sending',
                       attempts = delivery.attempts + 1,
                       due_at = $3,
                       owner = $4
                  from due
                 where delivery.id = due.id
                returning delivery.*),
            lost as (
                update delivery_attempt
                   set outcome = 'unknown',
                       finished_at = $1,
                       reply_text = 'The replica which sent it stopped before it recorded the answer; sent again as a copy.'
                  from due
                 where due.found = 'sending'
                   and delivery_attempt.delivery_id = due.id
                   and delivery_attempt.number = due.attempts
                   and delivery_attempt.finished_at is null),
            begun as (
                insert into delivery_attempt (delivery_id, number, started_at, outcome, relay)
                select id, attempts, $1, 'sending', coalesce($5, recipient)
                  from claimed)
            select claimed.id, claimed.channel, claimed.attempts, claimed.attempts - claimed.attempts_before as tries, claimed.due_at,
                   claimed.recipient, claimed.message_id, claimed.in_reply_to,
                   claimed.trace_parent, claimed.created_at, coalesce(claimed.resent_at, claimed.created_at) as tried_since,
                   notification.subject, notification.payload::text as payload
              from claimed
              join notification on notification.id = claimed.notification_id
             order by claimed.seq
            """;

    /** The reply is recorded in any case; the delivery moves only if this attempt is still its last. */
    private static final String SETTLE = """
            with answered as (
                update delivery_attempt
                   set finished_at = $6,
                       outcome = $7,
                       stage = $8,
                       reply_code = $9,
                       enhanced_code = $10,
                       reply_text = $11
                 where delivery_id = $1
                   and number = $2)
            update delivery
               set state = $3,
                   due_at = coalesce($4, due_at),
                   finished_at = $5,
                   owner = null
             where id = $1
               and attempts = $2
               and state = 'sending'
            """;

    private static final String RENEW = """
            update delivery
               set due_at = $3
             where id = any($2)
               and owner = $1
               and state = 'sending'
            """;

    private static final String COUNT_PENDING = """
            select count(*) as pending
              from delivery
             where finished_at is null
            """;

    private final Pool pool;

    DeliveryStore(Pool pool) {
        this.pool = pool;
    }

    /** Holds at most so many due deliveries of the transport until the end of the lease. */
    Uni<List<Claimed>> claim(Lease lease, Transport transport, int limit) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(utc(lease.begin()), limit, utc(lease.until()), lease.owner(),
                        transport.relay().orElse(null), transport.channel()))
                .map(DeliveryStore::claimed);
    }

    /** False when another replica has taken the delivery over meanwhile; the attempt has its reply all the same. */
    Uni<Boolean> settle(Claimed delivery, Settlement settlement) {
        var state = settlement.state();
        var outcome = settlement.outcome();
        var values = Tuple.tuple()
                .addUUID(delivery.id())
                .addInteger(delivery.number())
                .addString(state.word())
                .addOffsetDateTime(state.dueAt().map(DeliveryStore::utc).orElse(null))
                .addOffsetDateTime(state.finishedAt().map(DeliveryStore::utc).orElse(null))
                .addOffsetDateTime(utc(settlement.at()))
                .addString(settlement.word())
                .addString(outcome.stage() == null ? null : outcome.stage().word());
        return pool.preparedQuery(SETTLE)
                .execute(with(values, outcome.reply()))
                .map(moved -> moved.rowCount() == 1);
    }

    Uni<Void> renew(Lease lease, Collection<UUID> deliveries) {
        return pool.preparedQuery(RENEW)
                .execute(Tuple.of(lease.owner(), deliveries.toArray(UUID[]::new), utc(lease.until())))
                .replaceWithVoid();
    }

    Uni<Long> countPending() {
        return pool.preparedQuery(COUNT_PENDING)
                .execute()
                .map(rows -> rows.iterator().next().getLong("pending"));
    }

    private static Tuple with(Tuple values, Reply reply) {
        return values.addInteger(reply.code() == 0 ? null : reply.code())
                .addString(reply.enhancedCode())
                .addString(reply.text());
    }

    private static List<Claimed> claimed(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(DeliveryStore::claimed).toList();
    }

    private static Claimed claimed(Row row) {
        return new Claimed(
                row.getUUID("id"),
                row.getString("channel"),
                row.getInteger("attempts"),
                row.getInteger("tries"),
                new Sending(row.getOffsetDateTime("due_at").toInstant()),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("message_id"),
                row.getString("in_reply_to"),
                row.getString("payload"),
                row.getString("trace_parent"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("tried_since").toInstant());
    }

    private static OffsetDateTime utc(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}

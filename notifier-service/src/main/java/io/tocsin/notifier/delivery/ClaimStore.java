package io.tocsin.notifier.delivery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.database.SteadyPlans;
import io.tocsin.notifier.delivery.DeliveryState.Sending;
import io.tocsin.notifier.storm.Storm;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Deliveries as a replica takes and holds them. */
@ApplicationScoped
class ClaimStore {

    /**
     * Takes what is due on a channel, domain by domain and oldest first, and records the attempts which begin. What follows an unfinished
     * delivery has to wait for it, unless both were held back for the same digest.
     *
     * <p>
     * Of the deliveries which could go to a recipient in one mail, only the first may be taken, and it leads the others from then on:
     * replicas cannot share them out. What was due before the horizon is not looked for: the index still has entries of deliveries which
     * ended since the last vacuum, and each claim would read over all of them. A delivery found in the state sending was lost with its replica: nobody knows what was answered.
     */
    private static final String CLAIM = """
            with recursive found as (
                (select domain
                   from delivery
                  where finished_at is null
                    and led_by is null
                    and channel = $1
                    and due_at > $12
                    and due_at <= $2
                  order by domain
                  limit 1)
                 union all
                select (select delivery.domain
                          from delivery
                         where finished_at is null
                           and led_by is null
                           and channel = $1
                           and delivery.domain > found.domain
                           and due_at > $12
                           and due_at <= $2
                         order by delivery.domain
                         limit 1)
                  from found
                 where found.domain is not null),
            domains as (
                select domain
                  from found
                 where domain is not null
                 union
                select unnest($7::text[])),
            due as materialized (
                select lead.*
                  from domains
                  left join unnest($7::text[], $8::int[], $13::timestamptz[]) as known (domain, room, since)
                         on known.domain = domains.domain
                 cross join lateral (
                        select id, state as found, attempts, organization, account_group, recipient, due_at
                          from delivery
                         where finished_at is null
                           and led_by is null
                           and channel = $1
                           and domain = domains.domain
                           and due_at > coalesce(known.since, $12)
                           and due_at <= $2
                           and not exists (select 1
                                             from delivery earlier
                                            where earlier.id = delivery.follows
                                              and earlier.finished_at is null)
                           and not ($10
                                    and state = 'accepted'
                                    and (held_until is not null or follows is null)
                                    and exists (select 1
                                                  from delivery first
                                                 where first.state = 'accepted'
                                                   and first.recipient = delivery.recipient
                                                   and first.seq < delivery.seq
                                                   and first.due_at <= $2
                                                   and first.organization = delivery.organization
                                                   and first.account_group = delivery.account_group
                                                   and first.channel = $1
                                                   and (first.follows is null
                                                        or first.held_until is not null
                                                           and not exists (select 1
                                                                             from delivery earlier
                                                                            where earlier.id = first.follows
                                                                              and earlier.finished_at is null))))
                         order by due_at
                         limit coalesce(known.room, $9)
                           for update skip locked) lead
                 order by lead.due_at
                 limit $3),
            gathered as materialized (
                select member.id, due.id as lead
                  from due
                 cross join lateral (
                        select id
                          from delivery member
                         where $10
                           and due.found = 'accepted'
                           and member.state = 'accepted'
                           and member.recipient = due.recipient
                           and member.id <> due.id
                           and member.due_at <= $2
                           and member.organization = due.organization
                           and member.account_group = due.account_group
                           and member.channel = $1
                           and (member.follows is null
                                or member.held_until is not null
                                   and not exists (select 1
                                                     from delivery earlier
                                                    where earlier.id = member.follows
                                                      and earlier.finished_at is null
                                                      and (earlier.state <> 'accepted'
                                                           or earlier.due_at > $2
                                                           or exists (select 1
                                                                        from delivery before
                                                                       where before.id = earlier.follows
                                                                         and before.finished_at is null))))
                         order by seq
                         limit $11
                           for update skip locked) member),
            digest as materialized (
                select lead, gen_random_uuid() as id
                  from gathered
                 group by lead),
            batch as (
                select due.id, due.found, due.attempts, null::uuid as led_by, digest.id as digest
                  from due
                  left join digest on digest.lead = due.id
                 union all
                select gathered.id, 'accepted', 0, gathered.lead, digest.id
                  from gathered
                  join digest using (lead)
                 union all
                select member.id, due.found, member.attempts, due.id, null
                  from due
                  join delivery member on member.led_by = due.id
                 where member.finished_at is null),
            claimed as (
                update delivery
                   set state = 'sending',
                       attempts = delivery.attempts + 1,
                       due_at = $4,
                       owner = $5,
                       led_by = batch.led_by,
                       message_id = coalesce('<' || batch.digest || substring(message_id from '@.*$'), message_id)
                  from batch
                 where delivery.id = batch.id
                returning delivery.*),
            lost as (
                update delivery_attempt
                   set outcome = 'unknown',
                       finished_at = $2,
                       reply_text = 'The replica which sent it stopped before it recorded the answer; sent again as a copy.'
                  from batch
                 where batch.found = 'sending'
                   and delivery_attempt.delivery_id = batch.id
                   and delivery_attempt.number = batch.attempts
                   and delivery_attempt.finished_at is null),
            begun as (
                insert into delivery_attempt (delivery_id, number, started_at, outcome, relay, message_id)
                select id, attempts, $2, 'sending', coalesce($6, recipient), message_id
                  from claimed)
            select claimed.id, claimed.channel, claimed.domain, claimed.attempts,
                   claimed.attempts - claimed.attempts_before as tries, claimed.due_at, claimed.recipient, claimed.message_id,
                   coalesce((select earlier.message_id from delivery earlier where earlier.id = claimed.follows),
                            claimed.in_reply_to) as in_reply_to,
                   claimed.trace_parent, claimed.created_at, coalesce(claimed.resent_at, claimed.created_at) as tried_since,
                   coalesce(led.count, 0) as led,
                   exists (select 1
                             from suppression
                            where suppression.organization = claimed.organization
                              and suppression.address = lower(btrim(claimed.recipient))) as listed,
                   notification.subject, notification.payload::text as payload
              from claimed
              join notification on notification.id = claimed.notification_id
              left join (select led_by, count(*)::int as count
                           from batch
                          group by led_by) led on led.led_by = claimed.id
             where claimed.led_by is null
             order by claimed.seq
            """;

    private static final String RENEW = """
            update delivery
               set due_at = $3
             where id = any($2)
               and owner = $1
               and state = 'sending'
            """;

    /** Each of the two has an index. */
    private static final String COUNT_PENDING = """
            select (select count(*)
                      from delivery
                     where finished_at is null
                       and led_by is null)
                   + (select count(*)
                        from delivery
                       where finished_at is null
                         and led_by is not null) as pending
            """;

    private final Pool pool;
    private final Leases leases;
    private final Storm storm;

    ClaimStore(Pool pool, Leases leases, Storm storm) {
        this.pool = pool;
        this.leases = leases;
        this.storm = storm;
    }

    /** Holds due deliveries of the transport, no more than it is allowed, until the end of the lease. */
    Uni<List<Claimed>> claim(Transport transport, Allowance allowance) {
        return SteadyPlans.run(pool, CLAIM, values(transport, allowance)).map(ClaimStore::claimed);
    }

    /** The same in a transaction of the caller, who has switched {@link SteadyPlans} on. */
    Uni<List<Claimed>> claim(SqlConnection transaction, Transport transport, Allowance allowance) {
        return transaction.preparedQuery(CLAIM).execute(values(transport, allowance)).map(ClaimStore::claimed);
    }

    private Tuple values(Transport transport, Allowance allowance) {
        var lease = leases.fromNow();
        return Tuple.tuple()
                .addString(transport.channel())
                .addOffsetDateTime(utc(lease.begin()))
                .addInteger(allowance.deliveries())
                .addOffsetDateTime(utc(lease.until()))
                .addString(lease.owner())
                .addString(transport.relay().orElse(null))
                .addArrayOfString(allowance.domains())
                .addArrayOfInteger(allowance.rooms())
                .addInteger(allowance.ofOthers())
                .addBoolean(transport.gathers() && storm.gathers())
                .addInteger(storm.deliveriesPerDigest() - 1)
                .addOffsetDateTime(utc(allowance.since()))
                .addArrayOfOffsetDateTime(Stream.of(allowance.sinces()).map(ClaimStore::utc).toArray(OffsetDateTime[]::new));
    }

    /** Holds them for one more lease. */
    Uni<Void> renew(Collection<UUID> deliveries) {
        var lease = leases.fromNow();
        return pool.preparedQuery(RENEW)
                .execute(Tuple.of(lease.owner(), deliveries.toArray(UUID[]::new), utc(lease.until())))
                .replaceWithVoid();
    }

    Uni<Long> countPending() {
        return pool.preparedQuery(COUNT_PENDING)
                .execute()
                .map(rows -> rows.iterator().next().getLong("pending"));
    }

    private static List<Claimed> claimed(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(ClaimStore::claimed).toList();
    }

    private static Claimed claimed(Row row) {
        return new Claimed(
                row.getUUID("id"),
                row.getString("channel"),
                row.getString("domain"),
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
                row.getOffsetDateTime("tried_since").toInstant(),
                row.getInteger("led"),
                row.getBoolean("listed"));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}

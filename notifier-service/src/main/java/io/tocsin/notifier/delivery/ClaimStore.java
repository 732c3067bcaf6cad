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
        return SteadyPlans.run(pool, ClaimSql.CLAIM, values(transport, allowance)).map(ClaimStore::claimed);
    }

    /** The same in a transaction of the caller, who has switched {@link SteadyPlans} on. */
    Uni<List<Claimed>> claim(SqlConnection transaction, Transport transport, Allowance allowance) {
        return transaction.preparedQuery(ClaimSql.CLAIM).execute(values(transport, allowance)).map(ClaimStore::claimed);
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
        return pool.preparedQuery(ClaimSql.RENEW)
                .execute(Tuple.of(lease.owner(), deliveries.toArray(UUID[]::new), utc(lease.until())))
                .replaceWithVoid();
    }

    Uni<Long> countPending() {
        return pool.preparedQuery(ClaimSql.COUNT_PENDING)
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

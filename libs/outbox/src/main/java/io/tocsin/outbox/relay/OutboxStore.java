package io.tocsin.outbox.relay;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.outbox.Outbox;
import io.tocsin.outbox.OutgoingMessage;
import io.tocsin.outbox.RelayConfig;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The outbox as the relay sees it. */
@ApplicationScoped
class OutboxStore {

    private final Pool pool;
    private final int leaseMillis;
    private final Clock clock;

    OutboxStore(Pool pool, RelayConfig config, Clock clock) {
        this.pool = pool;
        this.leaseMillis = (int) config.lease().toMillis();
        this.clock = clock;
    }

    /** Makes sure that the lanes of a destination can be leased. */
    Uni<Void> openLanes(String destination) {
        return pool.preparedQuery(RelaySql.OPEN_LANES)
                .execute(Tuple.of(destination, Outbox.LANES))
                .replaceWithVoid();
    }

    /** Leases up to so many lanes with up to so many due messages. */
    Uni<Claim> claim(String destination, int lanes, int messages) {
        return inOneTransaction(connection -> claim(connection, destination, lanes, messages));
    }

    private Uni<Claim> claim(SqlConnection connection, String destination, int lanes, int messages) {
        var token = UUID.randomUUID();
        return connection.preparedQuery(RelaySql.CLAIM)
                .execute(Tuple.of(destination, lanes, messages, utc(clock.instant()), token, leaseMillis))
                .map(rows -> claim(destination, token, rows));
    }

    private static Claim claim(String destination, UUID token, RowSet<Row> rows) {
        var claimed = new ArrayList<Claimed>(rows.size());
        rows.forEach(row -> claimed.add(claimed(destination, row)));
        return new Claim(destination, token, claimed);
    }

    private static Claimed claimed(String destination, Row row) {
        var message = new OutgoingMessage(
                row.getUUID("id"),
                destination,
                row.getString("type"),
                row.getString("subject"),
                row.getString("data"),
                row.getString("trace_parent"),
                row.getOffsetDateTime("created_at").toInstant());
        return new Claimed(row.getLong("seq"), row.getShort("lane"), message, row.getInteger("attempts"), row.getBoolean(
                "alone"));
    }

    Uni<Settled> settle(Claim claim, Settlement settlement) {
        return inOneTransaction(connection -> settle(connection, claim, settlement));
    }

    /** Settles, and claims what comes next in the same transaction: a relay which goes on saves every other commit. */
    Uni<Turn> turn(Claim claim, Settlement settlement, int lanes, int messages) {
        return inOneTransaction(connection -> settle(connection, claim, settlement)
                .chain(settled -> claim(connection, claim.destination(), lanes, messages)
                        .map(next -> new Turn(settled, next))));
    }

    private Uni<Settled> settle(SqlConnection connection, Claim claim, Settlement settlement) {
        var parameters = Tuple.tuple()
                .addValue(claim.destination())
                .addValue(claim.token());
        settlement.addTo(parameters);
        return connection.preparedQuery(RelaySql.SETTLE)
                .execute(parameters.addValue(utc(clock.instant())))
                .map(rows -> settled(rows.iterator().next()));
    }

    private static Settled settled(Row row) {
        return new Settled(
                row.getInteger("lanes"),
                row.getInteger("delivered"),
                row.getInteger("retried"),
                row.getInteger("set_aside"));
    }

    private <T> Uni<T> inOneTransaction(Function<SqlConnection, Uni<T>> statements) {
        return pool.withTransaction(connection -> connection.preparedQuery(RelaySql.MODES)
                .execute()
                .chain(() -> statements.apply(connection)));
    }

    private static OffsetDateTime utc(Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}

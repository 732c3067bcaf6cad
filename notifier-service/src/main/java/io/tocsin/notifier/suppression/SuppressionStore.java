package io.tocsin.notifier.suppression;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.Editor;
import io.tocsin.model.TimeOrderedId;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

@ApplicationScoped
class SuppressionStore {

    /** An entry which exists is locked and stays as it was; a row without a deleting transaction is one which was inserted. */
    private static final String PUT = """
            insert into suppression (id, organization, address, rule_id, reason, note, delivery_id, created_at, created_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                on conflict (organization, address, coalesce(rule_id, ''))
                do update set organization = suppression.organization
            returning *, xmax = 0 as is_new
            """;

    private static final String DELETE = """
            delete from suppression
             where organization = $1
               and id = $2
            returning *
            """;

    private static final String FIND = """
            select *
              from suppression
             where organization = $1
               and id = $2
            """;

    private static final String LIST = """
            select *
              from suppression
             where organization = $1
               and (created_at, id) < ($2, $3)
               and ($5::text is null or address = $5)
               and ($6::text is null or rule_id = $6)
               and ($7::text is null or reason = $7)
             order by created_at desc, id desc
             limit $4
            """;

    private final Pool pool;
    private final Clock clock;

    SuppressionStore(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    Uni<Added> put(SqlConnection transaction, Editor editor, SuppressedAddress what) {
        var now = clock.instant();
        return transaction.preparedQuery(PUT)
                .execute(Tuple.tuple()
                        .addUUID(TimeOrderedId.at(now))
                        .addString(editor.organization())
                        .addString(what.address())
                        .addString(what.ruleId())
                        .addString(what.reason().word())
                        .addString(what.note())
                        .addUUID(what.deliveryId())
                        .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
                        .addString(editor.user().display()))
                .map(rows -> rows.iterator().next())
                .map(row -> new Added(entry(row), row.getBoolean("is_new")));
    }

    Uni<Optional<Suppression>> delete(SqlConnection transaction, String organization, UUID id) {
        return transaction.preparedQuery(DELETE)
                .execute(Tuple.of(organization, id))
                .map(SuppressionStore::first);
    }

    Uni<Optional<Suppression>> find(String organization, UUID id) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(organization, id))
                .map(SuppressionStore::first);
    }

    Uni<List<Suppression>> list(SuppressionFilter filter, Instant createdBefore, UUID idBefore, int limit) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.tuple()
                        .addString(filter.organization())
                        .addOffsetDateTime(createdBefore.atOffset(ZoneOffset.UTC))
                        .addUUID(idBefore)
                        .addInteger(limit)
                        .addString(filter.address().map(SuppressedAddress::canonical).orElse(null))
                        .addString(filter.ruleId().orElse(null))
                        .addString(filter.reason().map(SuppressionReason::word).orElse(null)))
                .map(rows -> rows.stream().map(SuppressionStore::entry).toList());
    }

    private static Optional<Suppression> first(RowSet<Row> rows) {
        return rows.stream().map(SuppressionStore::entry).findFirst();
    }

    private static Suppression entry(Row row) {
        var reason = SuppressionReason.of(row.getString("reason")).orElseThrow();
        return new Suppression(
                row.getUUID("id"),
                row.getString("organization"),
                new SuppressedAddress(row.getString("address"), row.getString("rule_id"), reason, row.getString("note"),
                        row.getUUID("delivery_id")),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("created_by"));
    }
}

package io.tocsin.notifier.bounce;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.tocsin.model.Scope;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

@ApplicationScoped
class BounceStore {

    /** A failure ends what was delivered; a delivery which is under way again since is only told about. A mail may carry several. */
    private static final String NOTE = """
            with told as (
                select *
                  from delivery
                 where id = $1
                   for update),
            noted as (
                insert into delivery_report (delivery_id, message_id, action, status, report_text, server, received_at)
                select id, $2, $3, $4, $5, $6, $7
                  from told
                    on conflict do nothing
                returning delivery_id),
            refused as (
                update delivery
                   set state = 'refused',
                       finished_at = $7
                 where (id = $1 or led_by = $1)
                   and state = 'delivered'
                   and $3 = 'failed'
                   and exists (select 1 from noted)
                returning id)
            select told.organization, told.account_group, told.recipient, told.state,
                   exists (select 1 from noted) as is_new,
                   exists (select 1 from refused) as moved
              from told
            """;

    private final Clock clock;
    private final BounceMeters meters;

    BounceStore(Clock clock, BounceMeters meters) {
        this.clock = clock;
        this.meters = meters;
    }

    /** Empty when there is no such delivery. */
    Uni<Optional<Noted>> note(SqlConnection transaction, Report report) {
        return transaction.preparedQuery(NOTE)
                .execute(Tuple.tuple()
                        .addUUID(report.deliveryId())
                        .addString(report.messageId())
                        .addString(report.action().word())
                        .addString(report.status())
                        .addString(report.text())
                        .addString(report.server())
                        .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.stream().map(BounceStore::noted).findFirst())
                .invoke(noted -> noted.filter(Noted::isNew).ifPresent(any -> countAfterCommit(transaction, report.action())));
    }

    private void countAfterCommit(SqlConnection transaction, Action action) {
        transaction.transaction()
                .completion()
                .subscribe()
                .with(committed -> meters.count(action), failure -> Log.debugf("bounce: rolled back: %s", failure));
    }

    private static Noted noted(Row row) {
        var moved = row.getBoolean("moved");
        return new Noted(
                new Scope(row.getString("organization"), row.getString("account_group")),
                row.getString("recipient"),
                moved ? "refused" : row.getString("state"),
                row.getBoolean("is_new"),
                moved);
    }
}

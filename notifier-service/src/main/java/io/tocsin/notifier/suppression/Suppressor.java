package io.tocsin.notifier.suppression;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Compares deliveries with the list: those which are taken in, and each once more before it is sent. */
@ApplicationScoped
public class Suppressor {

    private static final String AT_INTAKE = """
            update delivery
               set state = 'suppressed',
                   suppressed_for = suppression.reason,
                   finished_at = $2
              from notification, suppression
             where notification.id = any($1)
               and delivery.notification_id = notification.id
               and delivery.state = 'accepted'
               and suppression.organization = delivery.organization
               and suppression.address = lower(btrim(delivery.recipient))
               and (suppression.rule_id is null or suppression.rule_id = notification.rule_id)
            """;

    /** A mail which carries several deliveries goes out as long as one of them may. */
    private static final String BEFORE_SENDING = """
            update delivery
               set suppressed_for = (select suppression.reason
                                       from suppression
                                      where suppression.organization = delivery.organization
                                        and suppression.address = lower(btrim(delivery.recipient))
                                      order by suppression.rule_id nulls first
                                      limit 1)
             where (id = $1 or led_by = $1)
               and finished_at is null
               and not exists (select 1
                                 from delivery carried
                                 join notification on notification.id = carried.notification_id
                                where (carried.id = $1 or carried.led_by = $1)
                                  and carried.finished_at is null
                                  and not exists (select 1
                                                    from suppression
                                                   where suppression.organization = carried.organization
                                                     and suppression.address = lower(btrim(carried.recipient))
                                                     and (suppression.rule_id is null
                                                          or suppression.rule_id = notification.rule_id)))
            returning suppressed_for
            """;

    private final Pool pool;
    private final Clock clock;

    Suppressor(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Ends what these notifications, inserted before, would tell to addresses on the list. Returns how many deliveries that are. */
    public Uni<Integer> atIntake(SqlConnection transaction, Collection<UUID> notifications) {
        return transaction.preparedQuery(AT_INTAKE)
                .execute(Tuple.of(notifications.toArray(UUID[]::new), clock.instant().atOffset(ZoneOffset.UTC)))
                .map(ended -> ended.rowCount());
    }

    /** The reason for which this delivery, and all others of its mail, must not be sent; it is noted with them. */
    public Uni<Optional<String>> beforeSending(UUID delivery) {
        return pool.preparedQuery(BEFORE_SENDING)
                .execute(Tuple.of(delivery))
                .map(rows -> rows.stream().map(row -> row.getString("suppressed_for")).findFirst());
    }
}

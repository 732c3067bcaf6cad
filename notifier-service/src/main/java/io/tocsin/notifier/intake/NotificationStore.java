package io.tocsin.notifier.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.database.SteadyPlans;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Writes notifications with their deliveries. */
@ApplicationScoped
class NotificationStore {

    /**
     * The notifications of a {@link Wave}, each once. All notifications of an alert share the subject of its first, and each delivery
     * follows the one before it about the same alert, or the alert with which it began, to the same recipient. When that recipient has
     * had so many lately that a digest must take over, it is held back for the digest.
     */
    private static final String INSERT = """
            with given as materialized (
                select given.*, array(select given.alert_id
                                       union all
                                      select lead_alert_id
                                        from told_with
                                       where told_with.alert_id = given.alert_id) as thread
                  from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::text[])
                       with ordinality
                       as given (id, organization, account_group, alert_id, kind, subject, payload, position)),
            arrived as (
                insert into notification (id, organization, account_group, alert_id, kind, subject, payload, created_at)
                select id, organization, account_group, alert_id, kind,
                       coalesce((select earlier.subject
                                   from notification earlier
                                  where earlier.alert_id = any (given.thread)
                                  order by earlier.created_at
                                  limit 1), subject),
                       payload::json, $8
                  from given
                 order by position
                    on conflict (id) do nothing
                returning id),
            told as materialized (
                select told.*, given.id as notification_id, given.organization, given.account_group, given.alert_id, given.thread
                  from unnest($9::int[], $10::uuid[], $11::text[], $12::text[], $13::text[], $14::timestamptz[], $15::text[])
                       with ordinality
                       as told (notification, id, channel, recipient, message_id, digest_at, trace_parent, position)
                  join given on given.position = told.notification
                  join arrived on arrived.id = given.id)
            insert into delivery (id, notification_id, organization, account_group, alert_id, channel, recipient, state,
                                  message_id, follows, in_reply_to, due_at, held_until, trace_parent,
                                  created_at)
            select told.id, told.notification_id, told.organization, told.account_group, told.alert_id, told.channel, told.recipient,
                   'accepted', told.message_id, earlier.id, earlier.message_id, coalesce(held.until, $8), held.until,
                   told.trace_parent, $8
              from told
              left join lateral (select delivery.id, delivery.message_id
                                   from delivery
                                  where delivery.alert_id = any (told.thread)
                                    and delivery.recipient = told.recipient
                                  order by delivery.seq desc
                                  limit 1) earlier on true
              left join lateral (select told.digest_at as until
                                  where told.channel = 'email'
                                    and $16 < (select delivery.created_at
                                                 from delivery
                                                where delivery.organization = told.organization
                                                  and delivery.account_group = told.account_group
                                                  and delivery.recipient = told.recipient
                                                order by delivery.created_at desc
                                               offset $17
                                                limit 1)) held on true
             order by told.position
                on conflict do nothing
            returning channel
            """;

    private static final String TOLD_WITH = """
            insert into told_with (alert_id, lead_alert_id)
            select *
              from unnest($1::uuid[], $2::uuid[]) as t(alert_id, lead_alert_id)
                on conflict (alert_id) do update set lead_alert_id = excluded.lead_alert_id
            """;

    private final Addressing addressing;
    private final NotificationRows rows;
    private final Exclusions exclusions;

    NotificationStore(Addressing addressing, NotificationRows rows, Exclusions exclusions) {
        this.addressing = addressing;
        this.rows = rows;
        this.exclusions = exclusions;
    }

    /** Returns the channels of the new deliveries, each as often as there are some. */
    Uni<List<String>> insert(SqlConnection transaction, List<Arrival> arrivals, Instant now) {
        return SteadyPlans.in(transaction)
                .chain(() -> toldWith(transaction, arrivals))
                .chain(() -> addressing.resolve(transaction, arrivals))
                .chain(addressed -> insertAddressed(transaction, addressed, now));
    }

    private Uni<List<String>> insertAddressed(SqlConnection transaction, List<Arrival> arrivals, Instant now) {
        return transaction.preparedQuery(INSERT)
                .executeBatch(Wave.of(arrivals).stream().map(wave -> rows.of(wave, now)).toList())
                .map(NotificationStore::channels)
                .call(() -> exclusions.apply(transaction, arrivals));
    }

    private static Uni<Void> toldWith(SqlConnection transaction, List<Arrival> arrivals) {
        var leads = new TreeMap<UUID, UUID>();
        arrivals.forEach(arrival -> arrival.notification()
                .together()
                .forEach(companion -> leads.put(companion.alertId(), arrival.notification().alertId())));
        return leads.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(TOLD_WITH)
                        .execute(Tuple.of(leads.keySet().toArray(UUID[]::new), leads.values().toArray(UUID[]::new)))
                        .replaceWithVoid();
    }

    private static List<String> channels(RowSet<Row> batch) {
        var channels = new ArrayList<String>();
        for (RowSet<Row> each = batch; each != null; each = each.next()) {
            each.forEach(row -> channels.add(row.getString("channel")));
        }
        return channels;
    }
}

package io.tocsin.notifier.intake;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.database.SteadyPlans;
import io.tocsin.model.message.AlertNotification;
import io.tocsin.notifier.mail.Sender;
import io.tocsin.notifier.mail.Subjects;
import io.tocsin.notifier.storm.Storm;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Writes notifications with their deliveries. */
@ApplicationScoped
class NotificationStore {

    /**
     * One notification, once. All notifications of an alert share the subject of its first, and each delivery follows the one before
     * it about the same alert, or the alert with which it began, to the same recipient. When that recipient has had so many lately
     * that a digest must take over, it is held back for the digest.
     */
    private static final String INSERT = """
            with thread as (
                select $4::uuid as alert_id
                 union all
                select lead_alert_id
                  from told_with
                 where alert_id = $4),
            arrived as (
                insert into notification (id, organization, account_group, alert_id, kind, subject, payload, created_at)
                values ($1, $2, $3, $4, $5,
                        coalesce((select earlier.subject
                                    from notification earlier
                                   where earlier.alert_id = any (array(select alert_id from thread))
                                   order by earlier.created_at
                                   limit 1), $6),
                        $7::text::json, $8)
                on conflict (id) do nothing
                returning *)
            insert into delivery (id, notification_id, organization, account_group, alert_id, channel, recipient, state,
                                  message_id, follows, in_reply_to, due_at, held_until, trace_parent,
                                  created_at)
            select told.id, arrived.id, arrived.organization, arrived.account_group, arrived.alert_id, told.channel, told.recipient,
                   'accepted', told.message_id, earlier.id, earlier.message_id, coalesce(held.until, arrived.created_at), held.until, $9,
                   arrived.created_at
              from arrived
             cross join unnest($10::uuid[], $11::text[], $12::text[], $13::timestamptz[], $16::text[])
                        as told (id, recipient, message_id, digest_at, channel)
              left join lateral (select delivery.id, delivery.message_id
                                   from delivery
                                  where delivery.alert_id = any (array(select alert_id from thread))
                                    and delivery.recipient = told.recipient
                                  order by delivery.seq desc
                                  limit 1) earlier on true
              left join lateral (select told.digest_at as until
                                  where told.channel = 'email'
                                    and $14 < (select delivery.created_at
                                                 from delivery
                                                where delivery.organization = arrived.organization
                                                  and delivery.account_group = arrived.account_group
                                                  and delivery.recipient = told.recipient
                                                order by delivery.created_at desc
                                               offset $15
                                                limit 1)) held on true
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
    private final Sender sender;
    private final Subjects subjects;
    private final Storm storm;
    private final Exclusions exclusions;

    NotificationStore(Addressing addressing, Sender sender, Subjects subjects, Storm storm, Exclusions exclusions) {
        this.addressing = addressing;
        this.sender = sender;
        this.subjects = subjects;
        this.storm = storm;
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
        var rows = arrivals.stream()
                .map(arrival -> row(arrival, now))
                .toList();
        return transaction.preparedQuery(INSERT)
                .executeBatch(rows)
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

    private Tuple row(Arrival arrival, Instant now) {
        AlertNotification notification = arrival.notification();
        var addressees = arrival.addressees();
        var recipients = addressees.stream().map(Addressee::recipient).toList();
        var ids = recipients.stream()
                .map(recipient -> DeliveryId.of(notification.id(), recipient))
                .toArray(UUID[]::new);
        return Tuple.tuple()
                .addUUID(notification.id())
                .addString(notification.scope().organization())
                .addString(notification.scope().accountGroup())
                .addUUID(notification.alertId())
                .addString(notification.kind().name().toLowerCase(Locale.ROOT))
                .addString(subjects.of(notification))
                .addString(arrival.payload())
                .addOffsetDateTime(utc(now))
                .addString(arrival.traceParent())
                .addArrayOfUUID(ids)
                .addArrayOfString(recipients.toArray(String[]::new))
                .addArrayOfString(messageIds(ids))
                .addArrayOfOffsetDateTime(digests(recipients, now))
                .addOffsetDateTime(utc(storm.windowBegin(now)))
                .addInteger(storm.calm() - 1)
                .addArrayOfString(addressees.stream().map(Addressee::channel).toArray(String[]::new));
    }

    private OffsetDateTime[] digests(List<String> recipients, Instant now) {
        return recipients.stream()
                .map(recipient -> utc(storm.nextDigest(recipient, now)))
                .toArray(OffsetDateTime[]::new);
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private String[] messageIds(UUID[] deliveries) {
        var messageIds = new String[deliveries.length];
        for (int i = 0; i < deliveries.length; i++) {
            messageIds[i] = sender.messageId(deliveries[i]);
        }
        return messageIds;
    }

    private static List<String> channels(RowSet<Row> batch) {
        var channels = new ArrayList<String>();
        for (RowSet<Row> each = batch; each != null; each = each.next()) {
            each.forEach(row -> channels.add(row.getString("channel")));
        }
        return channels;
    }
}

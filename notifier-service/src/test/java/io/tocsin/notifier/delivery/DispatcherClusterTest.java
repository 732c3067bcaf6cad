package io.tocsin.notifier.delivery;

import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.model.message.AlertNotification.Kind;
import io.tocsin.notifier.Api;
import io.tocsin.notifier.Given;
import io.tocsin.notifier.delivery.DeliveryState.Deferred;
import io.tocsin.notifier.storm.Storm;
import io.tocsin.test.PostgresResource;
import io.tocsin.test.ReceivedMail;
import io.tocsin.test.SmtpResource;
import io.tocsin.test.SmtpServer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** Two replicas on one database, and what one leaves behind when it dies. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(SmtpResource.class)
class DispatcherClusterTest {

    private static final String LEFT_BEHIND = """
            with told as (
                insert into notification (id, organization, account_group, alert_id, kind, subject, payload, created_at)
                values (gen_random_uuid(), $1, $2, $3, 'triggered', 'disk full', $4::text::json, now())
                returning *),
            claimed as (
                insert into delivery (id, notification_id, organization, account_group, alert_id, channel, recipient, state,
                                      message_id, attempts, owner, due_at, created_at)
                select gen_random_uuid(), id, organization, account_group, alert_id, 'email', $5, 'sending',
                       '<' || id || '@tocsin.example>', 1, 'dead/1', now() - interval '1 second', created_at
                  from told
                returning id)
            insert into delivery_attempt (delivery_id, number, started_at, outcome, relay)
            select id, 1, now() - interval '1 minute', 'sending', 'smtp.test:25' from claimed
            """;

    @Inject
    Pool pool;
    @Inject
    Ledger ledger;
    @Inject
    Storm storm;
    @Inject
    Desks desks;
    @Inject
    Courier courier;
    @Inject
    Transports transports;
    @Inject
    DispatchConfig config;
    @Inject
    Clock clock;

    SmtpServer smtp;

    @Test
    void twoReplicasSendAThousandDeliveriesOnceEach() {
        var recipients = IntStream.range(0, 1000).mapToObj(i -> Given.somebody()).toArray(String[]::new);
        var second = new Dispatcher(transports, new Channels(clock, config), desks,
                new ClaimStore(pool, new Leases(new Replica(), clock, config), storm), courier);
        smtp.reset();

        Given.alert("storm").to(recipients).triggered();
        second.wake();

        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> mailsTo(recipients).size() >= recipients.length);
        assertThat(second.stop(Duration.ofSeconds(10))).isTrue();
        assertThat(mailsTo(recipients)).extracting(mail -> mail.recipients().get(0)).containsExactlyInAnyOrder(recipients);
        assertThat(mailsTo(recipients)).extracting(ReceivedMail::messageId).doesNotHaveDuplicates();
    }

    @Test
    void whatADeadReplicaHeldIsSentAsACopyOfTheSameMail() {
        var ann = Given.somebody();
        var alert = Given.alert("disk full").to(ann);

        aReplicaDiesWhileItSends(alert, ann);

        var delivery = Api.awaitState("delivered", alert.alertId(), ann);
        assertThat(Api.attempts(delivery, "outcome")).containsExactly("unknown", "delivered");
        assertThat(smtp.mailsTo(ann).get(0).messageId()).isEqualTo(delivery.get("messageId"));
    }

    @Test
    void aReplicaThatComesBackAfterItsLeaseMovesNothing() {
        var ann = Given.somebody();
        var alert = Given.alert("disk full").to(ann);
        aReplicaDiesWhileItSends(alert, ann);
        var delivery = Api.awaitState("delivered", alert.alertId(), ann);

        var recorded = await(() -> ledger.record(deferral(firstAttempt(delivery))));

        var after = Api.delivery(alert.alertId(), ann);
        assertThat(recorded.held()).isFalse();
        assertThat(after).containsEntry("state", "delivered");
        assertThat(Api.attempts(after, "reply.text").get(0)).isEqualTo("an answer that came late");
    }

    /** Other tests of this database may still have a retry under way, to recipients of their own. */
    private List<ReceivedMail> mailsTo(String... recipients) {
        var wanted = Set.of(recipients);
        return smtp.mails()
                .stream()
                .filter(mail -> wanted.contains(mail.recipients().get(0)))
                .toList();
    }

    /** Leaves behind what a replica does that is killed between its claim and the answer, its lease over. */
    private void aReplicaDiesWhileItSends(Given alert, String recipient) {
        var notification = alert.notification(Kind.TRIGGERED);
        var values = Tuple.of(notification.scope().organization(), notification.scope().accountGroup(), alert.alertId(),
                Given.json(notification), recipient);
        await(() -> pool.preparedQuery(LEFT_BEHIND).execute(values));
    }

    private static Claimed firstAttempt(Map<String, Object> delivery) {
        var id = UUID.fromString((String) delivery.get("id"));
        return TestClaims.aDelivery().withId(id).claimed();
    }

    private Settlement deferral(Claimed delivery) {
        var now = clock.instant();
        return new Settlement(delivery, new Deferred(now), Outcome.TryAgain.because("an answer that came late"), now);
    }
}

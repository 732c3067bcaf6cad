package io.tocsin.notifier;

import static io.tocsin.test.SmtpStage.CONTENT;
import static io.tocsin.test.SmtpStage.DATA;
import static io.tocsin.test.SmtpStage.RCPT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.test.PostgresResource;
import io.tocsin.test.ReceivedMail;
import io.tocsin.test.SmtpResource;
import io.tocsin.test.SmtpServer;

/** What becomes of a delivery when the mail server refuses, hangs up or says nothing. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(SmtpResource.class)
class DeliveryFaultsTest {

    private final String ann = Given.somebody();
    private final String bob = Given.somebody();

    SmtpServer smtp;

    @AfterEach
    void behave() {
        smtp.behave();
    }

    @Test
    void aGreylistedRecipientIsTriedAgain() {
        smtp.on(RCPT).to(ann).times(2).answer(451, "4.7.1 Greylisted");

        var alert = Given.alert("disk full").to(ann).triggered();

        var delivery = Api.awaitState("delivered", alert.alertId(), ann);
        assertThat(smtp.mailsTo(ann)).hasSize(1);
        assertThat(Api.attempts(delivery, "outcome")).containsExactly("deferred", "deferred", "delivered");
        assertThat(Api.attempts(delivery, "reply.text")).startsWith("451 4.7.1 Greylisted")
                .last()
                .asString()
                .startsWith("250 2.0.0 Ok: queued as T");
    }

    @Test
    void anAttemptIsOnRecordBeforeTheMailServerGetsTheContent() {
        smtp.on(DATA).to(ann).once().stall(Duration.ofSeconds(1));

        var alert = Given.alert("disk full").to(ann).triggered();

        var sending = Api.awaitState("sending", alert.alertId(), ann);
        assertThat(Api.attempts(sending, "outcome")).containsExactly("sending");
        assertThat(smtp.mailsTo(ann)).isEmpty();
        var delivered = Api.awaitState("delivered", alert.alertId(), ann);
        assertThat(Api.attempts(delivered, "reply.code")).containsExactly(250);
    }

    @Test
    void aRefusedRecipientEndsAlone() {
        smtp.on(RCPT).to(bob).answer(550, "5.1.1 No such user");

        var alert = Given.alert("disk full").to(bob, ann).triggered();

        var refused = Api.awaitState("refused", alert.alertId(), bob);
        Api.awaitState("delivered", alert.alertId(), ann);
        assertThat(Api.attempts(refused, "reply.code")).containsExactly(550);
        assertThat(Api.attempts(refused, "reply.enhancedCode")).containsExactly("5.1.1");
        assertThat(Api.attempts(refused, "stage")).containsExactly("rcpt");
    }

    @Test
    void aConnectionLostDuringTheContentIsTriedAgain() {
        smtp.on(CONTENT).to(ann).once().hangUp();

        var alert = Given.alert("disk full").to(ann).triggered();

        var delivery = Api.awaitState("delivered", alert.alertId(), ann);
        assertThat(smtp.mailsTo(ann)).hasSize(1);
        assertThat(Api.attempts(delivery, "outcome")).containsExactly("deferred", "delivered");
    }

    @Test
    void aLostAnswerToTheContentYieldsACopyOfTheSameMail() {
        smtp.on(CONTENT).to(ann).once().keepAndHangUp();

        Given.alert("disk full").to(ann).triggered();

        var copies = smtp.awaitMailsTo(ann, 2);
        assertThat(copies).extracting(ReceivedMail::messageId).containsOnly(copies.get(0).messageId());
        assertThat(copies).extracting(mail -> mail.header("Date")).containsOnly(copies.get(0).header("Date"));
        assertThat(copies).extracting(ReceivedMail::subject).containsOnly(copies.get(0).subject());
    }

    @Test
    void aServerThatSaysNothingIsTriedAgain() {
        smtp.on(DATA).to(ann).once().stall(Duration.ofMinutes(1));

        var alert = Given.alert("disk full").to(ann).triggered();

        var delivery = Api.awaitState("delivered", alert.alertId(), ann);
        assertThat(Api.attempts(delivery, "reply.text").get(0)).asString().startsWith("no answer in time at DATA");
    }

    @Test
    void aClearWaitsForItsTrigger() {
        smtp.on(RCPT).to(ann).times(2).answer(450, "4.2.1 Mailbox busy");

        Given.alert("disk full").to(ann).triggeredAndCleared();

        var mails = smtp.awaitMailsTo(ann, 2);
        assertThat(mails).extracting(mail -> mail.header("X-Tocsin-State").orElseThrow())
                .containsExactly("triggered", "cleared");
        assertThat(mails.get(1).header("In-Reply-To")).hasValue(mails.get(0).messageId());
    }

    @Test
    void aClearDoesNotWaitForATriggerThatWasRefused() {
        smtp.on(RCPT).to(ann).once().answer(550, "5.7.1 Not today");

        var alert = Given.alert("disk full").to(ann).triggeredAndCleared();

        assertThat(smtp.awaitMailsTo(ann, 1).get(0).header("X-Tocsin-State")).hasValue("cleared");
        await().untilAsserted(() -> assertThat(Api.deliveriesOf(alert.alertId())).extracting(delivery -> delivery.get("state"))
                .containsExactlyInAnyOrder("delivered", "refused"));
    }

    @Test
    void anAddressThatIsNoneIsDeadAndSaysWhy() {
        var alert = Given.alert("disk full").to("no address").triggered();

        var dead = Api.awaitState("dead", alert.alertId(), "no address");

        assertThat(Api.attempts(dead, "outcome")).containsExactly("unsendable");
        assertThat(Api.attempts(dead, "reply.text").get(0)).asString().contains("'no address' is no e-mail address");
    }
}

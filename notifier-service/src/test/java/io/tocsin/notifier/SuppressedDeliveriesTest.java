package io.tocsin.notifier;

import static io.tocsin.test.SmtpStage.RCPT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import java.util.Map;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.test.PostgresResource;
import io.tocsin.test.SmtpResource;
import io.tocsin.test.SmtpServer;
import io.vertx.mutiny.sqlclient.Pool;

/** Addresses on the suppression list get no mail, and everybody sees why. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(SmtpResource.class)
class SuppressedDeliveriesTest {

    @Inject
    Pool pool;

    SmtpServer smtp;

    private final String ann = Given.somebody();
    private final String bob = Given.somebody();

    @AfterEach
    void behave() {
        smtp.behave();
    }

    @Test
    void whatIsTakenInForASuppressedAddressIsNotSent() {
        suppress(ann.toUpperCase(), null);

        var alert = Given.alert("disk full").to(ann, bob).triggered();

        Api.awaitState("delivered", alert.alertId(), bob);
        assertThat(Api.delivery(alert.alertId(), ann)).containsEntry("state", "suppressed")
                .containsEntry("suppressedFor", "by-hand")
                .containsEntry("attemptCount", 0);
        assertThat(smtp.mailsTo(ann)).isEmpty();
    }

    @Test
    void whatWaitsWhenItsAddressIsSuppressedIsNotSent() {
        smtp.on(RCPT).to(ann).answer(451, "4.7.1 Greylisted");
        var alert = Given.alert("disk full").to(ann).triggered();
        Api.awaitState("deferred", alert.alertId(), ann);

        suppress(ann, null);

        var suppressed = Api.awaitState("suppressed", alert.alertId(), ann);
        assertThat(suppressed).containsEntry("suppressedFor", "by-hand");
        assertThat(Api.attempts(suppressed, "outcome")).endsWith("suppressed");
    }

    @Test
    void aSuppressionOfOneRuleLetsOthersThrough() {
        suppress(ann, "8");

        var alert = Given.alert("disk full").to(ann).triggered();
        Api.awaitState("delivered", alert.alertId(), ann);
        suppress(ann, "7");
        var other = Given.alert("disk full").to(ann).triggered();

        Api.awaitState("suppressed", other.alertId(), ann);
        assertThat(smtp.mailsTo(ann)).hasSize(1);
    }

    @Test
    void anAddressWhichTheMailServerDoesNotKnowGetsNoMoreMail() {
        smtp.on(RCPT).to(ann).answer(550, "5.1.1 No such user");
        var alert = Given.alert("disk full").to(ann).triggered();
        var refused = Api.awaitState("refused", alert.alertId(), ann);
        Awaitility.await()
                .untilAsserted(() -> Api.asViewer()
                        .get("/notifications/suppressions?address=" + ann)
                        .then()
                        .body("suppressions.reason", contains("bounced"))
                        .body("suppressions.note", contains("550 5.1.1 No such user"))
                        .body("suppressions.deliveryId", contains(refused.get("id"))));

        var next = Given.alert("disk full").to(ann).triggered();

        assertThat(Api.awaitState("suppressed", next.alertId(), ann)).containsEntry("suppressedFor", "bounced");
        assertThat(AuditTrail.about(pool, ann)).singleElement()
                .satisfies(event -> assertThat(event.getJsonObject("user").getString("email")).startsWith("localhost:"));
    }

    @Test
    void aRefusalForAnotherReasonSuppressesNobody() {
        smtp.on(RCPT).to(ann).answer(550, "5.7.1 Not from you");
        var alert = Given.alert("disk full").to(ann).triggered();
        Api.awaitState("refused", alert.alertId(), ann);

        var next = Given.alert("disk full").to(ann).triggered();

        Api.awaitState("refused", next.alertId(), ann);
    }

    @Test
    void whatWasSuppressedCanBeResentAfterTheEntryIsLifted() {
        var entry = suppress(ann, null);
        var alert = Given.alert("disk full").to(ann).triggered();
        var id = Api.awaitState("suppressed", alert.alertId(), ann).get("id");

        Api.asOperator().delete("/notifications/suppressions/" + entry).then().statusCode(204);
        Api.asOperator().post("/notifications/deliveries/" + id + "/resend").then().statusCode(202);

        Api.awaitState("delivered", alert.alertId(), ann);
        assertThat(smtp.mailsTo(ann)).hasSize(1);
    }

    private static String suppress(String address, String rule) {
        var body = rule == null ? Map.of("address", address) : Map.of("address", address, "ruleId", rule);
        return Api.asOperator()
                .contentType("application/json")
                .body(body)
                .post("/notifications/suppressions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}

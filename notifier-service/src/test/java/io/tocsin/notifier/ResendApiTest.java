package io.tocsin.notifier;

import static io.tocsin.test.SmtpStage.CONTENT;
import static io.tocsin.test.SmtpStage.RCPT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.test.PostgresResource;
import io.tocsin.test.SmtpResource;
import io.tocsin.test.SmtpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;

/** What had ended is sent once more, because a person wants it. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(SmtpResource.class)
class ResendApiTest {

    private static final String PATH = "/notifications/deliveries/";
    private static final String DEAD_LETTERS = "/notifications/dead-letters";

    @Inject
    Pool pool;

    SmtpServer smtp;

    private final String ann = Given.somebody();

    @AfterEach
    void behave() {
        smtp.behave();
    }

    @Test
    void whatWasRefusedGoesOnceMoreAsTheSameMail() {
        smtp.on(RCPT).to(ann).once().answer(550, "5.7.1 Not today");
        var alert = Given.alert("disk full").to(ann).triggered();
        var refused = Api.awaitState("refused", alert.alertId(), ann);

        Api.asOperator().post(PATH + refused.get("id") + "/resend").then().statusCode(202).body("resentAt", notNullValue());

        var delivered = Api.awaitState("delivered", alert.alertId(), ann);
        assertThat(delivered).containsEntry("id", refused.get("id")).containsEntry("messageId", refused.get("messageId"));
        assertThat(Api.attempts(delivered, "reply.code")).containsExactly(550, 250);
        assertThat(AuditTrail.about(pool, refused.get("id").toString())).singleElement().satisfies(event -> {
            assertThat(event.getString("event")).isEqualTo("Delivery resent.");
            assertThat(event.getJsonObject("change").getJsonObject("before").getString("state")).isEqualTo("refused");
            assertThat(event.getJsonObject("change").getJsonObject("after").getString("state")).isEqualTo("resent");
        });
    }

    @Test
    void whatWasDeliveredGoesOnceMoreInItsThreadAndADoubleClickMeansOnce() {
        var alert = Given.alert("disk full").to(ann).triggered();
        var first = Api.awaitState("delivered", alert.alertId(), ann);

        Api.asOperator().post(PATH + first.get("id") + "/resend").then().statusCode(202);
        var mails = smtp.awaitMailsTo(ann, 2);
        Api.awaitState("delivered", alert.alertId(), ann);
        Api.asOperator().post(PATH + first.get("id") + "/resend").then().statusCode(202).body("state", equalTo("delivered"));

        assertThat(mails.get(1).messageId()).isNotEqualTo(mails.get(0).messageId());
        assertThat(mails.get(1).header("In-Reply-To")).contains(mails.get(0).messageId());
        assertThat(smtp.mailsTo(ann)).hasSize(2);
        assertThat(AuditTrail.about(pool, first.get("id").toString())).hasSize(1);
    }

    @Test
    void aClearThreadsUnderWhatWasResent() {
        var alert = Given.alert("disk full").to(ann).triggered();
        var first = Api.awaitState("delivered", alert.alertId(), ann);
        Api.asOperator().post(PATH + first.get("id") + "/resend").then().statusCode(202);
        var again = smtp.awaitMailsTo(ann, 2).get(1);

        alert.cleared();

        assertThat(smtp.awaitMailsTo(ann, 3).get(2).header("In-Reply-To")).contains(again.messageId());
    }

    @Test
    void whatIsUnderWayIsNotResent() {
        smtp.on(CONTENT).to(ann).stall(Duration.ofMinutes(1));
        var alert = Given.alert("disk full").to(ann).triggered();
        var id = Api.awaitState("sending", alert.alertId(), ann).get("id");

        Api.asOperator().post(PATH + id + "/resend").then().statusCode(409).body("detail", containsString("has not ended"));
    }

    @Test
    void onlyWhoEditsNotificationsMayResendAndOnlyTheirOwn() {
        var alert = Given.alert("disk full").to(ann).triggered();
        var id = Api.awaitState("delivered", alert.alertId(), ann).get("id");

        Api.asViewer().post(PATH + id + "/resend").then().statusCode(403);
        Api.asOperator().post(PATH + id + "/resend?aid=13").then().statusCode(404);
        Api.asOperator().post(PATH + UUID.randomUUID() + "/resend").then().statusCode(404);
        assertThat(smtp.mailsTo(ann)).hasSize(1);
    }

    @Test
    void deadLettersAreListedExportedAndResent() {
        var alert = Given.alert("disk full").to("no address", "nor this").triggered();
        Api.awaitState("dead", alert.alertId(), "no address");
        Api.awaitState("dead", alert.alertId(), "nor this");
        var query = "?alertId=" + alert.alertId();

        Api.asViewer()
                .get(DEAD_LETTERS + query)
                .then()
                .statusCode(200)
                .body("deliveries.recipient", containsInAnyOrder("no address", "nor this"))
                .body("deliveries.state", hasItems("dead"));
        var lines = Api.asViewer().get(DEAD_LETTERS + "/export.ndjson" + query).then().statusCode(200).extract();
        assertThat(lines.contentType()).startsWith("application/x-ndjson");
        assertThat(lines.asString().lines()).hasSize(2)
                .allSatisfy(line -> assertThat(new JsonObject(line).getString("state")).isEqualTo("dead"));
        var table = Api.asViewer().get(DEAD_LETTERS + "/export.csv" + query).then().statusCode(200).extract();
        assertThat(table.contentType()).startsWith("text/csv");
        assertThat(table.asString().split("\r\n")).hasSize(3);
        assertThat(table.asString()).startsWith("id,createdAt,");

        Api.asOperator()
                .post(DEAD_LETTERS + "/resend" + query)
                .then()
                .statusCode(200)
                .body("resent", equalTo(2))
                .body("more", equalTo(false))
                .body("deliveries", hasSize(2));

        assertThat(AuditTrail.about(pool, Api.delivery(alert.alertId(), "nor this").get("id").toString())).singleElement()
                .satisfies(event -> assertThat(event.getString("event")).isEqualTo("Dead letters resent."));
    }

    @Test
    void aTableIsHarmlessInASpreadsheet() {
        var alert = Given.alert("=HYPERLINK(\"x\"), or so").to("=nobody").triggered();
        Api.awaitState("dead", alert.alertId(), "=nobody");

        Api.asViewer()
                .get(DEAD_LETTERS + "/export.csv?alertId=" + alert.alertId())
                .then()
                .body(containsString(",'=nobody,"))
                .body(containsString("\"[Tocsin] MAJOR: =HYPERLINK(\"\"x\"\"), or so\""));
    }

    @Test
    void deadLettersKnowNoOtherStates() {
        Api.asViewer().get(DEAD_LETTERS + "?state=delivered").then().statusCode(400);
        Api.asViewer().get(DEAD_LETTERS + "/export.csv?state=sending").then().statusCode(400);
        Api.asViewer().post(DEAD_LETTERS + "/resend").then().statusCode(403);
    }

    @Test
    void aTestMailGoesTheWayOfAllMails() {
        var link = Api.asOperator()
                .contentType("application/json")
                .body(Map.of("recipient", ann))
                .post("/notifications/test")
                .then()
                .statusCode(202)
                .header("Location", startsWith("https://tocsin.example" + PATH))
                .extract()
                .<String>path("_links.self.href");

        assertThat(smtp.awaitMailsTo(ann, 1).get(0).text().orElseThrow()).contains("Nothing is wrong");
        Api.asViewer()
                .get(link.replace("https://tocsin.example", ""))
                .then()
                .statusCode(200)
                .body("recipient", equalTo(ann))
                .body("ruleId", equalTo("test"));
        Api.asViewer()
                .get("/notifications/deliveries?ruleId=test&window=1h&recipient=" + ann)
                .then()
                .body("deliveries.recipient", contains(ann));
        assertThat(AuditTrail.about(pool, ann)).extracting(event -> event.getString("event"))
                .containsExactly("Test notification sent.");
    }

    @Test
    void aTestMailNeedsAnAddressAndThePermission() {
        Api.asOperator().contentType("application/json").body("{}").post("/notifications/test").then().statusCode(400);
        Api.asViewer()
                .contentType("application/json")
                .body(Map.of("recipient", ann))
                .post("/notifications/test")
                .then()
                .statusCode(403);
    }
}

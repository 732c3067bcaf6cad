package io.tocsin.notifier;

import static io.restassured.RestAssured.given;
import static io.tocsin.test.SmtpStage.MAIL;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.test.PostgresResource;
import io.tocsin.test.SmtpResource;
import io.tocsin.test.SmtpServer;

/** The mail server does not let the service in until its operator has put the password right. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(value = SmtpResource.class, initArgs = {
        @ResourceArg(name = "user", value = "tocsin"),
        @ResourceArg(name = "password", value = "new-password"),
        @ResourceArg(name = "setting.password", value = "old-password"),
        @ResourceArg(name = "setting.mails-per-connection", value = "1") })
class MailChannelTest {

    @TestHTTPResource(value = "/health/ready", management = true)
    URI readiness;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    SmtpServer smtp;

    @AfterEach
    void behave() {
        smtp.behave();
    }

    @Test
    void aRefusedLoginPausesTheChannelAndLosesNothing() {
        var recipients = IntStream.range(0, 30).mapToObj(i -> Given.somebody()).toArray(String[]::new);
        smtp.accept("tocsin", "new-password");

        var alert = Given.alert("disk full").to(recipients).triggered();

        var paused = awaitPaused(true);
        assertThat(paused).containsEntry("needsOperator", true);
        assertThat(paused.get("reason")).asString().startsWith("login: 535");
        for (var recipient : recipients) {
            assertThat(smtp.mailsTo(recipient)).isEmpty();
        }
        assertThat(Api.deliveriesOf(alert.alertId())).extracting(delivery -> delivery.get("state"))
                .isSubsetOf("accepted", "deferred", "sending");

        smtp.accept("tocsin", "old-password");

        for (var recipient : recipients) {
            Api.awaitState("delivered", alert.alertId(), recipient);
            assertThat(smtp.mailsTo(recipient)).hasSize(1);
        }
        assertThat(awaitPaused(false)).doesNotContainKey("reason");
    }

    @Test
    void aRefusedSenderPausesTheChannelToo() {
        var ann = Given.somebody();
        smtp.accept("tocsin", "old-password");
        smtp.on(MAIL).answer(550, "5.7.1 You may not send as this address");

        Given.alert("disk full").to(ann).triggered();

        assertThat(awaitPaused(true).get("reason")).asString().startsWith("mail: 550 5.7.1");
        assertThat(given().get(metrics).then().extract().asString())
                .containsPattern("tocsin_notifier_channel_paused\\{.*channel=\"email\".*} 1\\.0");

        smtp.behave();

        assertThat(smtp.awaitMailsTo(ann, 1)).hasSize(1);
    }

    private Map<String, Object> awaitPaused(boolean expected) {
        return Awaitility.await("channel " + (expected ? "paused" : "open"))
                .atMost(Duration.ofMinutes(1))
                .until(this::channel, data -> data.get("paused").equals(expected));
    }

    /** Readiness is up in any case: asserted on the way. */
    private Map<String, Object> channel() {
        return given().get(readiness)
                .then()
                .statusCode(200)
                .extract()
                .path("checks.find { it.name == 'mail channel' }.data");
    }
}

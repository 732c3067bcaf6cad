package io.tocsin.notifier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.tocsin.test.PostgresResource;
import io.tocsin.test.SmtpResource;
import io.tocsin.test.SmtpServer;
import io.vertx.mutiny.sqlclient.Pool;

/** A mail server took the mail, and could not deliver it. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(SmtpResource.class)
@WithTestResource(ReturnPathSettings.class)
class BouncesApiTest {

    private static final String PATH = "/notifications/bounces";

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Inject
    Pool pool;

    SmtpServer smtp;

    private final String gone = Given.somebody();

    @Test
    void aFailureRefusesTheDeliveryAndSuppressesTheAddress() {
        var alert = Given.alert("disk full").on("web-1").to(gone).triggered();
        var id = Api.awaitState("delivered", alert.alertId(), gone).get("id");
        var returnPath = smtp.mailsTo(gone).get(0).sender();
        assertThat(returnPath).matches("bounces\\+[0-9a-v]{42}@tocsin\\.example");

        post(report("postfix.failed", returnPath)).then()
                .statusCode(200)
                .body("deliveryId", equalTo(id))
                .body("action", equalTo("failed"))
                .body("status", equalTo("5.1.1"))
                .body("state", equalTo("refused"))
                .body("isNew", equalTo(true))
                .body("suppressed", equalTo(true));

        Api.asViewer()
                .get("/notifications/deliveries/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("refused"))
                .body("attempts[0].reply.code", equalTo(250))
                .body("bounces", hasSize(1))
                .body("bounce.status", equalTo("5.1.1"))
                .body("bounce.text", containsString("User unknown in virtual mailbox table"))
                .body("bounce.server", equalTo("mx.example.org"));
        Api.asViewer()
                .get("/notifications/suppressions?address=" + gone)
                .then()
                .statusCode(200)
                .body("suppressions", hasSize(1))
                .body("suppressions[0].reason", equalTo("bounced"))
                .body("suppressions[0].note", containsString("5.1.1"))
                .body("suppressions[0].deliveryId", equalTo(id));
        assertThat(AuditTrail.about(pool, gone)).singleElement().satisfies(event -> {
            assertThat(event.getString("organization")).isEqualTo("acme");
            assertThat(event.getJsonObject("user").getString("name")).isEqualTo("Mail server");
        });
        assertThat(AuditTrail.about(pool, id.toString())).singleElement()
                .satisfies(event -> assertThat(event.getString("event")).isEqualTo("Delivery refused by a bounce."));
    }

    @Test
    void theSameReportChangesNothingTheSecondTime() {
        var report = report("exchange.failed", delivered());
        post(report).then().statusCode(200).body("isNew", equalTo(true));

        post(report).then().statusCode(200).body("isNew", equalTo(false)).body("state", equalTo("refused"));

        assertThat(AuditTrail.about(pool, gone)).hasSize(1);
    }

    @Test
    void everyReportIsCountedOnce() {
        var before = counted("failed");
        var report = report("postfix.failed", delivered());

        post(report).then().statusCode(200);
        post(report).then().statusCode(200);

        assertThat(counted("failed")).isEqualTo(before + 1);
    }

    @Test
    void aDelayIsOnlyRecorded() {
        var returnPath = delivered();

        var id = post(report("sendmail.delayed", returnPath)).then()
                .statusCode(200)
                .body("state", equalTo("delivered"))
                .body("suppressed", equalTo(false))
                .extract()
                .path("deliveryId");

        Api.asViewer()
                .get("/notifications/deliveries/" + id)
                .then()
                .body("state", equalTo("delivered"))
                .body("bounce.action", equalTo("delayed"));
    }

    @Test
    void aFailureWhichMayPassSuppressesNobody() {
        post(report("gmail.failed", delivered())).then()
                .statusCode(200)
                .body("state", equalTo("refused"))
                .body("suppressed", equalTo(false));

        Api.asViewer().get("/notifications/suppressions?address=" + gone).then().body("suppressions", hasSize(0));
    }

    @Test
    void theEnvelopesRecipientMayStandInTheQuery() {
        var returnPath = delivered();
        var mail = report("postfix.failed", "postmaster@tocsin.example");

        post(mail).then().statusCode(400).body("detail", containsString("return address"));
        asMailServer().queryParam("recipient", returnPath).body(mail).post(PATH).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "hello", "Content-Type: multipart/report; boundary=b\r\n\r\n--b--\r\n" })
    void whatIsNoReportIsRefusedWithAReason(String body) {
        asMailServer().body(body.getBytes(StandardCharsets.UTF_8))
                .post(PATH)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("RFC 3464"));
    }

    @Test
    void onlyAMailServerMayReport() {
        given().contentType("message/rfc822").body(new byte[1]).post(PATH).then().statusCode(401);
        Api.asOperator()
                .contentType("message/rfc822")
                .body("x".getBytes(StandardCharsets.UTF_8))
                .post(PATH)
                .then()
                .statusCode(403)
                .body("detail", containsString("report-bounces"));
        asMailServer().get("/notifications/deliveries/" + UUID.randomUUID()).then().statusCode(403);
    }

    private String delivered() {
        var alert = Given.alert("disk full").to(gone).triggered();
        Api.awaitState("delivered", alert.alertId(), gone);
        return smtp.mailsTo(gone).get(0).sender();
    }

    private double counted(String action) {
        var page = given().get(metrics).then().statusCode(200).extract().asString();
        return page.lines()
                .filter(line -> line.startsWith("tocsin_notifier_bounces_total{") && line.contains("action=\"" + action + "\""))
                .mapToDouble(line -> Double.parseDouble(line.split("} ")[1]))
                .sum();
    }

    private static Response post(byte[] mail) {
        return asMailServer().body(mail).post(PATH);
    }

    private static RequestSpecification asMailServer() {
        return given().header("Authorization", "Bearer mail-server").contentType("message/rfc822");
    }

    private static byte[] report(String file, String returnPath) {
        try (var stream = BouncesApiTest.class.getResourceAsStream("/bounces/" + file + ".eml")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("RETURN-PATH", returnPath)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.tocsin.notifier.delivery;

import static io.restassured.RestAssured.given;
import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Arrays;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.notifier.Api;
import io.tocsin.notifier.Given;
import io.tocsin.test.PostgresResource;
import io.tocsin.test.SmtpResource;
import io.tocsin.test.SmtpServer;
import io.tocsin.test.SmtpStage;

/** What operators see. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(SmtpResource.class)
class DeliveryMetricsTest {

    private static final String PREFIX = "tocsin_notifier_deliveries_";

    @TestHTTPResource(value = "/metrics", management = true)
    URI metricsUrl;
    @TestHTTPResource(value = "/health", management = true)
    URI healthUrl;
    @TestHTTPResource(value = "/openapi", management = true)
    URI openApiUrl;

    @Inject
    DeliveryMetrics metrics;

    SmtpServer smtp;

    @AfterEach
    void behave() {
        smtp.behave();
    }

    @Test
    void whatWasAcceptedHasEndedOrIsPending() {
        var ann = Given.somebody();
        var bob = Given.somebody();
        var dan = Given.somebody();
        var before = difference();
        smtp.on(SmtpStage.RCPT).to(bob).answer(550, "5.1.1 No such user");
        smtp.on(SmtpStage.RCPT).to(dan).answer(450, "4.2.1 Busy");

        var alert = Given.alert("disk full").to(ann, bob, dan, "no address").triggered();

        Api.awaitState("delivered", alert.alertId(), ann);
        Api.awaitState("refused", alert.alertId(), bob);
        Api.awaitState("dead", alert.alertId(), "no address");
        Awaitility.await().untilAsserted(() -> assertThat(difference()).isEqualTo(before));
    }

    @Test
    void healthIsToldOnTheManagementPort() {
        for (var probe : new String[]{ "/live", "/ready", "/started" }) {
            given().get(healthUrl + probe).then().statusCode(200);
        }
    }

    @Test
    void theApiDescribesItself() {
        var document = given().get(openApiUrl + "?format=json").then().statusCode(200).extract();

        assertThat(document.<Object>path("paths.'/notifications/deliveries/{id}'.get.summary")).isEqualTo("Get a delivery");
    }

    /**
     * The left side of the equation less the right one. Always zero in production; here counters outlive the databases of earlier
     * tests, so it is some other number that must not change.
     */
    private double difference() {
        await(metrics::count);
        var page = given().get(metricsUrl).then().statusCode(200).extract().asString();
        return value(page, "accepted_total") + value(page, "resent_total") - value(page, "delivered_total") - value(page,
                "refused_total")
                - value(page, "suppressed_total") - value(page, "dead_total") - value(page, "pending");
    }

    /** A line is name, value and perhaps an exemplar. */
    private static double value(String page, String name) {
        return Arrays.stream(page.split("\n"))
                .filter(line -> line.startsWith(PREFIX + name))
                .mapToDouble(line -> Double.parseDouble(line.split("} | ")[1]))
                .sum();
    }
}

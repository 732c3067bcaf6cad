package io.tocsin.notifier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.test.PostgresResource;
import io.tocsin.test.SmtpResource;

/** Who was told? */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(SmtpResource.class)
class DeliveriesApiTest {

    private static final String PATH = "/notifications/deliveries";

    private final String ann = Given.somebody();

    @Test
    void aDeliveryShowsEveryAnswerOfTheMailServer() {
        var alert = Given.alert("disk full").on("web-1").to(ann).triggered();
        var id = Api.awaitState("delivered", alert.alertId(), ann).get("id");

        Api.asViewer()
                .get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("alertId", equalTo(alert.alertId().toString()))
                .body("kind", equalTo("triggered"))
                .body("recipient", equalTo(ann))
                .body("subject", equalTo("[Tocsin] MAJOR: disk full on web-1"))
                .body("messageId", equalTo("<" + id + "@tocsin.example>"))
                .body("nextAttemptAt", nullValue())
                .body("attempts", hasSize(1))
                .body("attempts[0].stage", equalTo("content"))
                .body("attempts[0].reply.code", equalTo(250))
                .body("attempts[0].reply.enhancedCode", equalTo("2.0.0"))
                .body("attempts[0].reply.text", startsWith("250 2.0.0 Ok: queued as T"))
                .body("attempts[0].relay", startsWith("localhost:"))
                .body("_links.self.href", equalTo("https://tocsin.example" + PATH + "/" + id + "?aid=12"));
    }

    @Test
    void anAlertWhichWasToldWithAnotherFindsThatDelivery() {
        var companion = Given.alert("loss").ofTest("818", "bank", null, "agent").to(ann);
        var lead = Given.alert("loss").ofTest("817", "shop", null, "agent").on("Oslo").to(ann).with(companion).triggered();
        Api.awaitState("delivered", lead.alertId(), ann);

        Api.asViewer()
                .get(PATH + "?alertId=" + companion.alertId())
                .then()
                .statusCode(200)
                .body("deliveries.alertId", contains(lead.alertId().toString()));
    }

    @Test
    void aListIsPagedFromTheNewestToTheOldest() {
        var recipients = IntStream.range(0, 5).mapToObj(i -> Given.somebody()).toArray(String[]::new);
        var alert = Given.alert("disk full").to(recipients).triggered();

        var seen = new ArrayList<String>();
        var url = PATH + "?max=2&alertId=" + alert.alertId();
        while (url != null) {
            var page = Api.asViewer().get(url).then().statusCode(200).extract();
            seen.addAll(page.path("deliveries.recipient"));
            url = page.path("_links.next.href");
            url = url == null ? null : url.replace("https://tocsin.example", "");
        }

        assertThat(seen).containsExactlyInAnyOrder(recipients);
    }

    @Test
    void aListIsFilteredByRecipientAndState() {
        var alert = Given.alert("disk full").to(ann, Given.somebody()).triggered();
        Api.awaitState("delivered", alert.alertId(), ann);

        Api.asViewer()
                .get(PATH + "?recipient=" + ann + "&state=delivered")
                .then()
                .statusCode(200)
                .body("deliveries.recipient", is(List.of(ann)))
                .body("_links.self.href", equalTo("https://tocsin.example" + PATH + "?recipient="
                        + ann.replace("@", "%40") + "&state=delivered"));
        Api.asViewer()
                .get(PATH + "?recipient=" + ann + "&state=dead")
                .then()
                .statusCode(200)
                .body("deliveries", hasSize(0));
    }

    @Test
    void aListIsFilteredByRuleChannelStatesAndTime() {
        var alert = Given.alert("disk full").to(ann).triggered();
        Api.awaitState("delivered", alert.alertId(), ann);
        var mine = "&recipient=" + ann;

        assertThat(found("?ruleId=7&channel=email&window=1h&state=dead,delivered" + mine)).containsExactly(ann);
        assertThat(found("?startDate=2026-01-01T00:00:00Z&endDate=2999-01-01T00:00:00Z" + mine)).containsExactly(ann);
        assertThat(found("?ruleId=8" + mine)).isEmpty();
        assertThat(found("?channel=webhook" + mine)).isEmpty();
        assertThat(found("?state=dead,refused" + mine)).isEmpty();
        assertThat(found("?startDate=2020-01-01T00:00:00Z&endDate=2020-01-02T00:00:00Z" + mine)).isEmpty();
    }

    @Test
    void aCursorPinsItsWindow() {
        var recipients = IntStream.range(0, 3).mapToObj(i -> Given.somebody()).toArray(String[]::new);
        var alert = Given.alert("disk full").to(recipients).triggered();
        var query = PATH + "?max=2&window=1h&alertId=" + alert.alertId();
        String next = Api.asViewer().get(query).then().statusCode(200).extract().path("_links.next.href");

        Api.asViewer()
                .get(next.replace("https://tocsin.example", ""))
                .then()
                .statusCode(200)
                .body("deliveries", hasSize(1));
        Api.asViewer().get(next.replace("https://tocsin.example", "").replace("window=1h", "window=2h")).then().statusCode(400);
    }

    private static List<String> found(String query) {
        return Api.asViewer().get(PATH + query).then().statusCode(200).extract().path("deliveries.recipient");
    }

    @Test
    void nobodySeesDeliveriesOfAnotherOrganizationOrAccountGroup() {
        var alert = Given.alert("disk full").to(ann).triggered();
        var id = Api.awaitState("delivered", alert.alertId(), ann).get("id");

        given().header("Authorization", "Bearer stranger").get(PATH + "/" + id).then().statusCode(404);
        Api.asViewer().get(PATH + "/" + id + "?aid=13").then().statusCode(404);
        Api.asViewer()
                .get(PATH + "?aid=13&alertId=" + alert.alertId())
                .then()
                .statusCode(200)
                .body("deliveries", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({
            "'?alertId=7', alertId", "'?state=lost', state", "'?state=dead,', state",
            "'?channel=pigeon', channel", "'?window=soon', window", "'?startDate=yesterday', startDate", "'?max=0', max",
            "'?max=201', max", "'?max=ten', max",
            "'?cursor=nonsense', cursor" })
    void aQueryThatCannotBeMeantIsAnsweredWithItsFault(String query, String field) {
        Api.asViewer()
                .get(PATH + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.toString()", containsString(field));
    }

    @Test
    void aCursorHoldsForItsOwnQueryOnly() {
        var alert = Given.alert("disk full").to(ann, Given.somebody()).triggered();
        String next = Api.asViewer().get(PATH + "?max=1&alertId=" + alert.alertId()).then().extract().path("_links.next.href");
        var cursor = next.substring(next.indexOf("cursor=") + 7);

        Api.asViewer().get(PATH + "?max=1&cursor=" + cursor).then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({ "/none", "/00000000-0000-0000-0000-000000000000", "/%7B%7D" })
    void anUnknownDeliveryIsNotFound(String path) {
        Api.asViewer().get(PATH + path).then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void aCallWithoutCredentialOrPermissionIsRefused() {
        given().get(PATH).then().statusCode(401);
        given().header("Authorization", "Bearer unknown").get(PATH).then().statusCode(401);
        given().header("Authorization", "Bearer ingester")
                .get(PATH)
                .then()
                .statusCode(403)
                .body("detail", equalTo("This credential lacks the permission 'view-notifications'."));
        Api.asViewer().get(PATH + "?aid=99").then().statusCode(403);
    }
}

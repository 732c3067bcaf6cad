package io.tocsin.notifier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.tocsin.notifier.unsubscribe.Reach;
import io.tocsin.notifier.unsubscribe.UnsubscribeLinks;
import io.tocsin.test.PostgresResource;
import io.tocsin.test.ReceivedMail;
import io.tocsin.test.SmtpResource;
import io.tocsin.test.SmtpServer;
import io.vertx.mutiny.sqlclient.Pool;

/** From the link in a mail to the suppression list, as mail programs and people do it. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(SmtpResource.class)
class UnsubscribeTest {

    private static final String PUBLIC = "https://tocsin.example";

    SmtpServer smtp;

    @Inject
    UnsubscribeLinks links;

    @Inject
    Pool pool;

    @Test
    void everyMailOffersToUnsubscribeWithOneClickAndInItsBodies() {
        var ann = Given.somebody();

        var mail = mailTo(ann);

        var url = mail.header("List-Unsubscribe").orElseThrow().replaceAll("[<>]", "");
        assertThat(url).matches(PUBLIC + "/notifications/unsubscribe/[A-Za-z0-9_-]{46}");
        assertThat(mail.header("List-Unsubscribe-Post")).hasValue("List-Unsubscribe=One-Click");
        assertThat(mail.text().orElseThrow()).contains("Unsubscribe: " + url);
        assertThat(mail.html().orElseThrow()).contains("href=\"" + url + "\"");
    }

    @Test
    void lookingAtTheLinkUnsubscribesNobody() {
        var ann = Given.somebody();
        var path = pathIn(mailTo(ann));

        given().head(path).then().statusCode(200);
        var page = given().get(path);

        page.then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Referrer-Policy", "no-referrer")
                .body(containsString(ann), containsString("<form method=\"post\">"), containsString("value=\"rule\""));
        assertThat(suppressionsOf(ann)).isEmpty();
    }

    @Test
    void oneClickUnsubscribesFromTheRuleOfTheMail() {
        var ann = Given.somebody();
        var path = pathIn(mailTo(ann));

        oneClick().post(path).then().statusCode(200).body(containsString("gets no more mails about “disk full”"));

        assertThat(suppressionsOf(ann)).singleElement()
                .satisfies(entry -> assertThat(entry).containsEntry("reason", "unsubscribed").containsEntry("ruleId", "7"));
    }

    @Test
    void whoUnsubscribedFromARuleGetsNoMoreMailsOfIt() {
        var ann = Given.somebody();
        oneClick().post(pathIn(mailTo(ann)));

        var next = Given.alert("disk full").on("web-2").to(ann).triggered();

        assertThat(Api.awaitState("suppressed", next.alertId(), ann)).containsEntry("suppressedFor", "unsubscribed");
        assertThat(smtp.awaitMailsTo(ann, 1)).hasSize(1);
    }

    @Test
    void oneClickMayComeAsMultipart() {
        var ann = Given.somebody();
        var path = pathIn(mailTo(ann));

        given().multiPart("List-Unsubscribe", "One-Click").post(path).then().statusCode(200);

        assertThat(suppressionsOf(ann)).hasSize(1);
    }

    @Test
    void thePageUnsubscribesFromEverything() {
        var ann = Given.somebody();
        var path = pathIn(mailTo(ann));

        given().formParam("what", "everything").post(path).then().statusCode(200);

        assertThat(suppressionsOf(ann)).singleElement()
                .satisfies(entry -> assertThat(entry.get("ruleId")).isNull());
    }

    @Test
    void unsubscribingTwiceIsOneEntryAndOneUserEvent() {
        var ann = Given.somebody();
        var path = pathIn(mailTo(ann));
        oneClick().post(path);

        oneClick().post(path).then().statusCode(200);

        assertThat(suppressionsOf(ann)).hasSize(1);
        assertThat(AuditTrail.about(pool, ann)).singleElement().satisfies(event -> {
            assertThat(event.getString("event")).isEqualTo("Address put on the suppression list.");
            assertThat(event.getJsonObject("user").getString("email")).isEqualTo(ann);
            assertThat(event.getString("organization")).isEqualTo("acme");
            assertThat(event.getString("ipAddress")).isNotBlank();
        });
    }

    @Test
    void aLinkThatWasCutOrChangedIsRefusedAndHarmsNobody() {
        var ann = Given.somebody();
        var path = pathIn(mailTo(ann));
        var changed = path.substring(0, path.length() - 30) + (path.charAt(path.length() - 30) == 'A' ? 'B' : 'A')
                + path.substring(path.length() - 29);
        var forged = List.of(path.substring(0, path.length() - 1), changed, path + "A",
                UnsubscribeLinks.PATH + "x", UnsubscribeLinks.PATH + "%00", UnsubscribeLinks.PATH + "ü".repeat(46));

        for (var link : forged) {
            given().urlEncodingEnabled(false).get(link.replace("ü", "%C3%BC")).then().statusCode(400);
            oneClick().urlEncodingEnabled(false)
                    .post(link.replace("ü", "%C3%BC"))
                    .then()
                    .statusCode(400)
                    .contentType("text/html")
                    .body(containsString("This link does not work"));
        }

        assertThat(suppressionsOf(ann)).isEmpty();
    }

    @Test
    void aMailThatIsNotKnownAnyMoreIsSaidToBe() {
        var link = links.of(UUID.randomUUID(), Reach.RULE).orElseThrow().replace(PUBLIC, "");

        oneClick().post(link).then().statusCode(404).body(containsString("not known here any more"));
    }

    @Test
    void thePageShowsMarkupInARulesNameAndDoesNotObeyIt() {
        var ann = Given.somebody();
        Given.alert("<script>alert(1)</script>").on("web-1").to(ann).triggered();
        var path = pathIn(smtp.awaitMailsTo(ann, 1).get(0));

        given().get(path).then().body(containsString("&lt;script&gt;"), not(containsString("<script>")));
    }

    private ReceivedMail mailTo(String recipient) {
        Given.alert("disk full").on("web-1").to(recipient).triggered();
        return smtp.awaitMailsTo(recipient, 1).get(0);
    }

    private static String pathIn(ReceivedMail mail) {
        return mail.header("List-Unsubscribe").orElseThrow().replaceAll("[<>]", "").replace(PUBLIC, "");
    }

    private static RequestSpecification oneClick() {
        return given().formParam("List-Unsubscribe", "One-Click");
    }

    private static List<Map<String, Object>> suppressionsOf(String address) {
        return Api.asViewer()
                .queryParam("address", address)
                .get("/notifications/suppressions")
                .then()
                .statusCode(200)
                .extract()
                .path("suppressions");
    }
}

package io.tocsin.notifier;

import static io.restassured.RestAssured.given;
import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.notifier.preference.EventDetectionRecipient;
import io.tocsin.notifier.preference.EventDetectionRecipients;
import io.tocsin.test.PostgresResource;
import io.tocsin.test.SmtpResource;
import io.vertx.mutiny.sqlclient.Pool;

/** Who wants mails about detected events. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(SmtpResource.class)
class PreferencesApiTest {

    private static final String PATH = "/notifications/preferences/event-detection";

    @Inject
    EventDetectionRecipients recipients;

    @Inject
    Pool pool;

    private final String ann = Given.somebody();

    @Test
    void anAddressOptsInOnceForOneAccountGroup() {
        Api.asOperator()
                .put(PATH + "/" + ann.toUpperCase())
                .then()
                .statusCode(200)
                .body("address", equalTo(ann))
                .body("optedInBy", equalTo("Olga (olga@acme.example)"));
        Api.asOperator().put(PATH + "/" + ann).then().statusCode(200);

        Api.asViewer().get(PATH).then().statusCode(200).body("aid", equalTo("12")).body("recipients.address", hasItem(ann));
        Api.asViewer().get(PATH + "?aid=13").then().statusCode(200).body("recipients.address", not(hasItem(ann)));
        assertThat(await(() -> recipients.list(Given.SCOPE))).extracting(EventDetectionRecipient::address)
                .containsOnlyOnce(ann);
        assertThat(AuditTrail.about(pool, ann)).extracting(event -> event.getString("event"))
                .containsExactly("Address opted in for mails about detected events.");
    }

    @Test
    void anAddressOptsOut() {
        Api.asOperator().put(PATH + "/" + ann).then().statusCode(200);

        Api.asOperator().delete(PATH + "/" + ann).then().statusCode(204);

        Api.asOperator().delete(PATH + "/" + ann).then().statusCode(404);
        Api.asViewer().get(PATH).then().body("recipients.address", not(hasItem(ann)));
        assertThat(AuditTrail.about(pool, ann)).extracting(event -> event.getString("event"))
                .containsExactlyInAnyOrder("Address opted in for mails about detected events.",
                        "Address opted out of mails about detected events.");
    }

    @Test
    void everybodyMaySpeakForTheirOwnAddressAndNoOther() {
        Api.asViewer().put(PATH + "/Ann@acme.example").then().statusCode(200).body("address", equalTo("ann@acme.example"));
        Api.asViewer().delete(PATH + "/ann@acme.example").then().statusCode(204);

        Api.asViewer().put(PATH + "/" + ann).then().statusCode(403);
        Api.asViewer().put(PATH + "/ann@acme.example?aid=99").then().statusCode(403);
        given().header("Authorization", "Bearer ingester").get(PATH).then().statusCode(403);
        given().get(PATH).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = { "nobody", "a%20b@example.org", "%00@example.org", "@" })
    void whatIsNoAddressIsRefused(String address) {
        Api.asOperator().urlEncodingEnabled(false).put(PATH + "/" + address).then().statusCode(400);
    }
}

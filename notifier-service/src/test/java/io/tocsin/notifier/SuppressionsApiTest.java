package io.tocsin.notifier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.tocsin.test.PostgresResource;
import io.tocsin.test.SmtpResource;
import io.vertx.mutiny.sqlclient.Pool;

/** Who shall get no mail, and gets none. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(SmtpResource.class)
class SuppressionsApiTest {

    private static final String PATH = "/notifications/suppressions";

    @Inject
    Pool pool;

    private final String ann = Given.somebody();

    @Test
    void anEntryIsMadeOnceAndToldToTheAuditLogOnce() {
        var first = add(Map.of("address", ann.toUpperCase(), "note", "left in March")).then()
                .statusCode(201)
                .header("Location", containsString("https://tocsin.example" + PATH))
                .body("address", equalTo(ann))
                .body("reason", equalTo("by-hand"))
                .body("note", equalTo("left in March"))
                .body("createdBy", equalTo("Olga (olga@acme.example)"))
                .extract()
                .<String>path("id");

        add(Map.of("address", " " + ann, "note", "again")).then()
                .statusCode(200)
                .body("id", equalTo(first))
                .body("note", equalTo("left in March"));

        assertThat(AuditTrail.about(pool, ann)).singleElement().satisfies(event -> {
            assertThat(event.getString("event")).isEqualTo("Address put on the suppression list.");
            assertThat(event.getString("organization")).isEqualTo("acme");
            assertThat(event.getString("ipAddress")).isEqualTo("127.0.0.1");
            assertThat(event.getJsonObject("user").getString("name")).isEqualTo("Olga");
            assertThat(event.getJsonArray("resources").getJsonObject(0).getString("name")).isEqualTo(ann);
            assertThat(event.getJsonObject("change").getJsonObject("after").getString("note")).isEqualTo("left in March");
        });
    }

    @Test
    void anEntryForOneRuleStandsBesideTheOneForAll() {
        add(Map.of("address", ann)).then().statusCode(201);
        add(Map.of("address", ann, "ruleId", "7")).then().statusCode(201).body("ruleId", equalTo("7"));

        Api.asViewer().get(PATH + "?address=" + ann).then().statusCode(200).body("suppressions", hasSize(2));
        Api.asViewer().get(PATH + "?ruleId=7&address=" + ann).then().statusCode(200).body("suppressions", hasSize(1));
        Api.asViewer().get(PATH + "?reason=bounced&address=" + ann).then().statusCode(200).body("suppressions", hasSize(0));
    }

    @Test
    void aLiftedEntryIsGoneAndTheAuditLogKnows() {
        var id = add(Map.of("address", ann)).path("id");

        Api.asOperator().delete(PATH + "/" + id).then().statusCode(204);

        Api.asViewer().get(PATH + "/" + id).then().statusCode(404);
        Api.asOperator().delete(PATH + "/" + id).then().statusCode(404);
        assertThat(AuditTrail.about(pool, ann)).extracting(event -> event.getString("event"))
                .containsExactly("Address put on the suppression list.", "Address taken off the suppression list.");
    }

    @Test
    void aListIsPagedFromTheNewestToTheOldest() {
        var addresses = Stream.generate(Given::somebody).limit(3).toList();
        addresses.forEach(address -> add(Map.of("address", address, "ruleId", "paged")).then().statusCode(201));

        var seen = new ArrayList<String>();
        var url = PATH + "?max=2&ruleId=paged";
        while (url != null) {
            var page = Api.asViewer().get(url).then().statusCode(200).extract();
            seen.addAll(page.path("suppressions.address"));
            url = page.path("_links.next.href");
            url = url == null ? null : url.replace("https://tocsin.example", "");
        }

        assertThat(seen).containsExactly(addresses.get(2), addresses.get(1), addresses.get(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = { "{};address", "{\"address\": \"nobody\"};address", "{\"address\": \"a b@c\"};address",
            "{\"address\": \"a@example.org\\u0000\"};address", "{\"address\": 7, \"ruleId\": []};ruleId",
            "{\"address\": \"a@example.org\", \"ruleId\": \"\\u0000\"};ruleId" })
    void whatIsNoEntryIsAnsweredWithItsFault(String body, String field) {
        Api.asOperator()
                .contentType("application/json")
                .body(body)
                .post(PATH)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.toString()", containsString(field));
    }

    @ParameterizedTest
    @ValueSource(strings = { "?reason=tired", "?max=0", "?cursor=x", "?address=%00" })
    void aQueryThatCannotBeMeantIsRefused(String query) {
        Api.asViewer().urlEncodingEnabled(false).get(PATH + query).then().statusCode(400);
    }

    @Test
    void whoMayOnlyLookChangesNothingAndStrangersSeeNothing() {
        var id = add(Map.of("address", ann)).path("id");

        Api.asViewer().contentType("application/json").body(Map.of("address", ann)).post(PATH).then().statusCode(403);
        Api.asViewer().delete(PATH + "/" + id).then().statusCode(403);
        given().header("Authorization", "Bearer stranger").get(PATH + "/" + id).then().statusCode(404);
        given().header("Authorization", "Bearer stranger")
                .get(PATH + "?address=" + ann)
                .then()
                .statusCode(200)
                .body("suppressions", hasSize(0));
        given().get(PATH).then().statusCode(401);
    }

    private static Response add(Map<String, String> body) {
        return Api.asOperator().contentType("application/json").body(body).post(PATH);
    }
}

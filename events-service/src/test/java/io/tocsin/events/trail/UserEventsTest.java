package io.tocsin.events.trail;

import static io.restassured.RestAssured.given;
import static io.tocsin.events.TestKeys.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.tocsin.events.TestDatabase;
import io.tocsin.events.TestKeys;
import io.tocsin.test.PostgresResource;

/** docs/audit.md: each change that somebody makes here is told to the audit log. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class UserEventsTest {

    @Inject
    TestDatabase database;

    private final String mark = UUID.randomUUID().toString();

    @Test
    void aCommentWhichIsWordedAnewIsToldWithBothWordings() {
        var id = comment("/api/v1/comments", "post", "{\"message\": \"before " + mark + "\"}");
        assertThat(told()).isEmpty();

        comment("/api/v1/comments/" + id, "put", "{\"message\": \"after " + mark + "\"}");

        var event = told().get(0);
        assertThat(event.getString("event")).isEqualTo("Comment updated.");
        assertThat(event.getString("user.email")).isEqualTo("ann@example.com");
        assertThat(event.getString("ipAddress")).isEqualTo("127.0.0.1");
        assertThat(event.getString("accountGroup.id")).isEqualTo("11");
        assertThat(event.getString("resources[0].name")).isEqualTo(id);
        assertThat(event.getString("change.before.message")).isEqualTo("before " + mark);
        assertThat(event.getString("change.after.message")).isEqualTo("after " + mark);
    }

    @Test
    void tagsWhichAreGivenAndTakenAreToldWithTheirEntities() {
        var entity = "HOST-" + mark.replace("-", "").substring(0, 16).toUpperCase();
        var selector = "entityId(" + entity + ")";

        token().queryParam("entitySelector", selector)
                .body("{\"tags\": [{\"key\": \"" + mark + "\"}]}")
                .post("/api/v2/tags")
                .then()
                .statusCode(200);
        token().queryParam("entitySelector", selector).queryParam("key", mark).delete("/api/v2/tags").then().statusCode(200);

        assertThat(told()).extracting(event -> event.getString("event"))
                .containsExactly("Custom tags added.", "Custom tags removed.");
        assertThat(told()).allSatisfy(event -> assertThat(event.getString("resources[0].name")).isEqualTo(entity));
    }

    @Test
    void whatIsRefusedIsNotTold() {
        given().header("DD-API-KEY", TestKeys.VIEW_ONLY)
                .body("{\"message\": \"" + mark + "\"}")
                .put("/api/v1/comments/1")
                .then()
                .statusCode(403);

        assertThat(told()).isEmpty();
    }

    private List<JsonPath> told() {
        return database
                .lines("select data from outbox where destination = 'audit-service' and data like '%' || ? || '%' order by seq",
                        mark)
                .stream()
                .map(JsonPath::from)
                .toList();
    }

    private static String comment(String path, String verb, String body) {
        return given().header("DD-API-KEY", ALL)
                .header("DD-APPLICATION-KEY", ALL)
                .contentType("application/json")
                .body(body)
                .request(verb, path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("comment.id");
    }

    private static RequestSpecification token() {
        return given().header("Authorization", "Api-Token " + ALL).contentType("application/json");
    }
}

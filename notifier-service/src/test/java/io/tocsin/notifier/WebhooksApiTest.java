package io.tocsin.notifier;

import static io.restassured.http.ContentType.JSON;
import static io.tocsin.notifier.Webhooks.CONNECTORS;
import static io.tocsin.notifier.Webhooks.OPERATIONS;
import static io.tocsin.notifier.Webhooks.assigned;
import static io.tocsin.notifier.Webhooks.connector;
import static io.tocsin.notifier.Webhooks.make;
import static io.tocsin.notifier.Webhooks.operation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.tocsin.notifier.secret.Secrets;
import io.tocsin.test.PostgresResource;
import io.tocsin.test.SmtpResource;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(SmtpResource.class)
class WebhooksApiTest {

    private static final String TARGET = "https://hooks.example/a/b?c=d";

    @Inject
    Pool pool;

    @Test
    void aConnectorIsKeptAndItsSecretsAreNeverShown() {
        var id = make(CONNECTORS, connector(TARGET)
                .put("authentication", new JsonObject().put("type", "basic").put("username", "ann").put("password", "hunter2"))
                .put("signingSecrets", new JsonArray().add("secret:pager-1").add("as it is"))
                .put("headers", new JsonArray().add(new JsonObject().put("name", "X-Api-Key").put("value", "k3y"))
                        .add(new JsonObject().put("name", "X-Team").put("value", "web"))));

        var read = Api.asViewer().get(CONNECTORS + "/" + id);

        read.then()
                .statusCode(200)
                .contentType("application/hal+json")
                .body("id", equalTo(id))
                .body("target", equalTo(TARGET))
                .body("authentication.username", equalTo("ann"))
                .body("authentication.password", equalTo(Secrets.HIDDEN))
                .body("signingSecrets", contains("secret:pager-1", Secrets.HIDDEN))
                .body("headers.value", contains(Secrets.HIDDEN, "web"))
                .body("_links.self.href", equalTo("https://tocsin.example" + CONNECTORS + "/" + id));
        assertThat(read.asString()).doesNotContain("hunter2", "as it is", "k3y");
        assertThat(AuditTrail.about(pool, new JsonObject(read.asString()).getString("name")).toString())
                .doesNotContain("hunter2", "as it is", "k3y");
    }

    @Test
    void whatIsReadCanBeSentBackWithoutItsSecrets() {
        var id = make(CONNECTORS, connector(TARGET)
                .put("authentication", new JsonObject().put("type", "other-token").put("token", "t0p")));
        var read = new JsonObject(Api.asViewer().get(CONNECTORS + "/" + id).asString());

        put(CONNECTORS + "/" + id, read.put("name", "another name")).then()
                .statusCode(200)
                .body("name", equalTo("another name"))
                .body("authentication.token", equalTo(Secrets.HIDDEN));
    }

    /** Who may edit webhooks would else read secrets at a place of their own. */
    @Test
    void secretsDoNotGoAlongToAnotherHost() {
        var id = make(CONNECTORS, connector(TARGET)
                .put("authentication", new JsonObject().put("type", "other-token").put("token", "t0p")));
        var read = new JsonObject(Api.asViewer().get(CONNECTORS + "/" + id).asString());

        put(CONNECTORS + "/" + id, read.put("target", "https://mine.example/")).then()
                .statusCode(400)
                .body("errors.field", contains("authentication.token"))
                .body("errors.message", contains(containsString("the target is another host now")));
    }

    @Test
    void eachChangeIsInTheAuditLog() {
        var connector = connector(TARGET);
        var operation = operation("{}");

        var connectorId = make(CONNECTORS, connector);
        put(CONNECTORS + "/" + connectorId, connector).then().statusCode(200);
        var operationId = assigned(operation, connectorId);
        put(OPERATIONS + "/" + operationId, operation).then().statusCode(200);
        Api.asOperator().delete(OPERATIONS + "/" + operationId).then().statusCode(204);
        Api.asOperator().delete(CONNECTORS + "/" + connectorId).then().statusCode(204);

        assertThat(AuditTrail.about(pool, connector.getString("name"))).extracting(event -> event.getString("event"))
                .containsExactly("Connector created.", "Connector updated.", "Connector deleted.");
        assertThat(AuditTrail.about(pool, operation.getString("name"))).extracting(event -> event.getString("event"))
                .containsExactly("Webhook operation created.", "Webhook operation's connectors assigned.",
                        "Webhook operation updated.", "Webhook operation deleted.");
    }

    @Test
    void anOperationIsKeptWithItsConnectorsUntilTheyGo() {
        var hook = make(CONNECTORS, connector(TARGET));
        var payload = "{\"a\": \"{{alert.rule.name}}\"}";
        var id = assigned(operation(payload).put("path", "/x"), hook);

        Api.asViewer()
                .get(OPERATIONS + "/" + id)
                .then()
                .statusCode(200)
                .body("payload", equalTo(payload))
                .body("enabled", equalTo(true))
                .body("type", equalTo("webhook"))
                .body("category", equalTo("alerts"));
        Api.asViewer().get(OPERATIONS + "/" + id + "/connectors").then().body("items", contains(hook));
        Api.asOperator().delete(CONNECTORS + "/" + hook).then().statusCode(204);
        Api.asViewer().get(OPERATIONS + "/" + id + "/connectors").then().body("items", equalTo(List.of()));
        Api.asViewer().get(CONNECTORS + "/" + hook).then().statusCode(404);
    }

    @Test
    void operationsAreAssignedFromTheSideOfTheConnectorAsWell() {
        var hook = make(CONNECTORS, connector(TARGET));
        var former = assigned(operation("{}"), hook);
        var wanted = make(OPERATIONS, operation("{}"));

        Api.asOperator()
                .contentType(JSON)
                .body(new JsonArray().add(wanted).encode())
                .put(CONNECTORS + "/" + hook + "/operations")
                .then()
                .statusCode(200)
                .body("items", contains(wanted));

        Api.asViewer().get(CONNECTORS + "/" + hook + "/operations").then().body("items", contains(wanted));
        Api.asViewer().get(OPERATIONS + "/" + wanted + "/connectors").then().body("items", contains(hook));
        Api.asViewer().get(OPERATIONS + "/" + former + "/connectors").then().body("items", equalTo(List.of()));
    }

    @Test
    void aTemplateIsFilledInWithoutSendingAnything() {
        var preview = json(Api.asViewer(), new JsonObject().put("payload",
                "{\"open\": {{#eq type 2}}true{{else}}false{{/eq}} }"))
                .post("/notifications/webhooks/preview");
        var wrong = json(Api.asViewer(), new JsonObject().put("payload", "{\n{{#if"))
                .post("/notifications/webhooks/preview");

        preview.then()
                .statusCode(200)
                .body("triggered", equalTo("{\"open\": true }"))
                .body("cleared", equalTo("{\"open\": false }"));
        wrong.then()
                .statusCode(400)
                .body("errors.field", contains("payload"))
                .body("errors.message", contains(startsWith("line 2")));
        json(Api.asViewer(), new JsonObject()).post("/notifications/webhooks/preview").then().statusCode(400);
    }

    @Test
    void listsHoldWhatIsOfTheAccountGroup() {
        var hook = make(CONNECTORS, connector(TARGET));
        var id = make(OPERATIONS, operation("{}"));

        Api.asViewer().get(CONNECTORS).then().body("items.id", hasItem(hook));
        Api.asViewer().get(OPERATIONS).then().body("items.id", hasItem(id));
        for (var path : List.of(CONNECTORS, OPERATIONS)) {
            Api.asOperator().queryParam("aid", "13").get(path).then().body("items.id", not(hasItem(hook)));
        }
        for (var path : List.of(CONNECTORS + "/" + hook, OPERATIONS + "/" + id, OPERATIONS + "/" + id + "/connectors")) {
            Api.asOperator().queryParam("aid", "13").get(path).then().statusCode(404);
        }
        json(Api.asOperator().queryParam("aid", "13"), operation("{}")).put(OPERATIONS + "/" + id).then().statusCode(404);
        Api.asOperator().queryParam("aid", "13").delete(CONNECTORS + "/" + hook).then().statusCode(404);
    }

    @Test
    void whoMayOnlyLookChangesNothing() {
        json(Api.asViewer(), connector(TARGET)).post(CONNECTORS).then().statusCode(403);
        json(Api.asViewer(), operation("{}")).post(OPERATIONS).then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "type": "panorama"                                           | type           | must be generic
            "name": " "                                                  | name           | must not be blank
            "target": "http://169.254.169.254/latest/meta-data/"         | target         | private, local or reserved
            "target": "file:///etc/passwd"                               | target         | must begin with https://
            "target": "https://a:b@hooks.example/"                       | target         | must have neither a user
            "authentication": {"type": "oauth-auth-code"}                | authentication.type | OAuth is not supported
            "authentication": {"type": "basic", "username": "a"}         | authentication.password | must not be null
            "authentication": {"type": "bearer-token", "token": "a\\nb"} | authentication.token | must not contain control
            "headers": [{"name": "Host", "value": "a"}]                  | headers[0].name | is set by Tocsin
            "headers": [{"name": "webhook-signature", "value": "a"}]     | headers[0].name | is set by Tocsin
            "headers": [{"name": "a b", "value": "a"}]                   | headers[0].name | is no name of a header
            "headers": [{"name": "a", "value": "a\\r\\nb: c"}]           | headers[0].value | must not contain control
            "headers": [{"name": "a", "value": "secret:../b"}]           | headers[0].value | must name a secret
            "headers": [null]                                            | headers[0]     | must not be null
            "signingSecrets": ["secret:a1","secret:a2","secret:a3"]      | signingSecrets | size must be between 0 and 2
            "signingSecrets": ["********"]                               | signingSecrets[0] | there is none to keep
            """)
    void whatIsWrongWithAConnectorIsNamed(String member, String field, String message) {
        refused(CONNECTORS, connector(TARGET), member, field, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "category": "recommendations"                           | category    | must be alerts
            "path": "x"                                             | path        | must begin with /
            "path": "/a?b"                                          | path        | must begin with /
            "payload": "{\\"a\\": {{#if x}}1}"                      | payload     | line 1, column
            "payload": "{\\n\\"a\\": {{{alert.rule.name}}} }"       | payload     | is no JSON when filled in: line 2, column
            "payload": "{{> etc/passwd}}"                           | payload     | there is no other template
            "payload": "{{i18n \\"x\\"}}"                           | payload     | could not find helper
            "payload": "{\\"a\\": {{x}}}"                          | payload     | put a blank between }} and }
            "queryParams": "[{{]"                                   | queryParams | line 1
            "headers": [{"name": "X-A", "value": "{{#if}"}]         | headers[0].value | line 1
            "headers": [{"name": "Content-Length", "value": "1"}]   | headers[0].name | is set by Tocsin
            """)
    void whatIsWrongWithAnOperationIsNamed(String member, String field, String message) {
        refused(OPERATIONS, operation("{}"), member, field, message);
    }

    @Test
    void anOperationGoesOnlyToConnectorsOfItsAccountGroup() {
        var id = make(OPERATIONS, operation("{}"));

        for (var body : List.of("[\"" + id + "\"]", "[\"x\"]", "[null]", "[7]")) {
            Api.asOperator()
                    .contentType(JSON)
                    .body(body)
                    .put(OPERATIONS + "/" + id + "/connectors")
                    .then()
                    .statusCode(400)
                    .body("errors.field", everyItem(startsWith("body")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "null", "[]", "{", "{}", "7", "\"a\"", "{\"headers\": {}}", "{\"authentication\": []}",
            "{\"target\": {\"a\": 1}}", "{\"name\": \"\\u0000\"}", "{\"headers\": [7]}", "{\"signingSecrets\": \"a\"}" })
    void whatIsNoneIsRefused(String body) {
        for (var path : List.of(CONNECTORS, OPERATIONS)) {
            Api.asOperator().contentType(JSON).body(body).post(path).then().statusCode(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "x", "1", "%00", "..%2f", "00000000-0000-0000-0000-00000000000g" })
    void anIdWhichIsNoneNamesNothing(String id) {
        for (var path : List.of(CONNECTORS, OPERATIONS)) {
            Api.asOperator().urlEncodingEnabled(false).get(path + "/" + id).then().statusCode(lessThan(500));
        }
    }

    private static void refused(String path, JsonObject good, String member, String field, String message) {
        var body = good.mergeIn(new JsonObject("{" + member + "}"));
        json(Api.asOperator(), body).post(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", contains(field))
                .body("errors.message", contains(containsString(message)));
    }

    private static io.restassured.response.Response put(String path, JsonObject body) {
        return json(Api.asOperator(), body).put(path);
    }

    private static RequestSpecification json(RequestSpecification caller, JsonObject body) {
        return caller.contentType(JSON).body(body.encode());
    }
}

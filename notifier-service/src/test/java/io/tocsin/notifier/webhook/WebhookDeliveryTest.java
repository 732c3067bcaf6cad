package io.tocsin.notifier.webhook;

import static io.tocsin.notifier.Webhooks.CONNECTORS;
import static io.tocsin.notifier.Webhooks.OPERATIONS;
import static io.tocsin.notifier.Webhooks.assigned;
import static io.tocsin.notifier.Webhooks.awaitState;
import static io.tocsin.notifier.Webhooks.connector;
import static io.tocsin.notifier.Webhooks.make;
import static io.tocsin.notifier.Webhooks.operation;
import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.notifier.Api;
import io.tocsin.notifier.AuditTrail;
import io.tocsin.notifier.Given;
import io.tocsin.test.PostgresResource;
import io.tocsin.test.SmtpResource;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(SmtpResource.class)
class WebhookDeliveryTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Inject
    Pool pool;

    private HookServer server;

    @BeforeEach
    void start() {
        server = HookServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aCustomWebhookCarriesItsTemplateAndIsSigned() throws Exception {
        var hook = make(CONNECTORS, connector(server.url("/hooks?k=1")).put("signingSecrets", new JsonArray().add(SECRET))
                .put("authentication", new JsonObject().put("type", "bearer-token").put("token", "t0p"))
                .put("headers", new JsonArray().add(new JsonObject().put("name", "X-Team").put("value", "web"))));
        var custom = assigned(operation("{\"rule\": \"{{alert.rule.name}}\", \"type\": {{type.id}} }").put("path", "/alerts")
                .put("queryParams", "{\"rule\": \"{{alert.rule.name}}\"}")
                .put("headers", new JsonArray().add(new JsonObject().put("name", "X-Alert").put("value", "{{alert.id}}"))),
                hook);
        var alert = Given.alert("disk \"full\"").on("web-1").toCustomWebhook(custom);

        alert.triggered();

        var delivery = awaitState("delivered", alert.alertId());
        var call = server.calls().get(0);
        assertThat(call.uri()).isEqualTo("/hooks/alerts?k=1&rule=disk+%22full%22");
        assertThat(new JsonObject(call.text())).isEqualTo(new JsonObject().put("rule", "disk \"full\"").put("type", 2));
        assertThat(call.headers().get("Content-Type")).isEqualTo("application/json");
        assertThat(call.headers().get("Authorization")).isEqualTo("Bearer t0p");
        assertThat(call.headers().get("X-Team")).isEqualTo("web");
        assertThat(call.headers().get("X-Alert")).isEqualTo(alert.alertId().toString());
        assertThat(call.headers().get("webhook-id")).isEqualTo(delivery.get("id"));
        assertThat(call.headers().get("webhook-signature")).isEqualTo(signature(call));
        assertThat(delivery).containsEntry("channel", "webhook");
        assertThat((String) delivery.get("recipient")).startsWith(server.url("/...#connector=" + hook)).doesNotContain("k=1");
        assertThat(Api.attempts(delivery, "reply.code")).containsExactly(200);
        assertThat(Api.attempts(delivery, "reply.text")).containsExactly("200 OK\nthanks");
    }

    @Test
    void aWebhookCarriesThePayloadOfThousandEyesForTriggerAndClearInOrder() {
        var alert = Given.alert("disk full").on("web-1").toWebhook(make(CONNECTORS, connector(server.url("/"))));

        alert.triggeredAndCleared();

        awaitState("delivered", alert.alertId());
        assertThat(server.calls()).extracting(call -> new JsonObject(call.text()).getString("eventType"))
                .containsExactly("ALERT_NOTIFICATION_TRIGGER", "ALERT_NOTIFICATION_CLEAR");
    }

    @ParameterizedTest
    @ValueSource(ints = { 408, 425, 429, 500, 501, 503 })
    void whatMayPassIsTriedAgainUnderTheSameId(int status) {
        var alert = Given.alert("r").toWebhook(make(CONNECTORS, connector(server.answering(status, 204).url("/"))));

        alert.triggered();

        var delivery = awaitState("delivered", alert.alertId());
        assertThat(Api.attempts(delivery, "outcome")).containsExactly("deferred", "delivered");
        assertThat(Api.attempts(delivery, "reply.code")).containsExactly(status, 204);
        assertThat(server.calls()).extracting(call -> call.headers().get("webhook-id"))
                .containsExactly((String) delivery.get("id"), (String) delivery.get("id"));
    }

    @ParameterizedTest
    @ValueSource(ints = { 301, 302, 307, 308, 400, 401, 404, 410, 422 })
    void whatWillNotPassIsRefusedAndNoRedirectIsFollowed(int status) {
        var alert = Given.alert("r").toWebhook(make(CONNECTORS, connector(server.answering(status).url("/"))));

        alert.triggered();

        var delivery = awaitState("refused", alert.alertId());
        assertThat(Api.attempts(delivery, "reply.code")).containsExactly(status);
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void aServerWhichDoesNotAnswerInTimeIsTriedAgain() {
        server.answering(request -> {
            if (server.calls().size() > 1) {
                request.response().end();
            }
        });
        var alert = Given.alert("r").toWebhook(make(CONNECTORS, connector(server.url("/"))));

        alert.triggered();

        var delivery = awaitState("delivered", alert.alertId());
        assertThat(Api.attempts(delivery, "outcome")).containsExactly("deferred", "delivered");
    }

    @Test
    void aConnectionWhichBreaksIsTriedAgain() {
        server.answering(request -> {
            if (server.calls().size() > 1) {
                request.response().end();
            } else {
                request.connection().close();
            }
        });
        var alert = Given.alert("r").toWebhook(make(CONNECTORS, connector(server.url("/"))));

        alert.triggered();

        assertThat(Api.attempts(awaitState("delivered", alert.alertId()), "outcome")).containsExactly("deferred", "delivered");
    }

    @Test
    void anAnswerWithoutEndIsCutOff() {
        server.answering(request -> {
            request.response().setChunked(true);
            writeForEver(request.response());
        });
        var alert = Given.alert("r").toWebhook(make(CONNECTORS, connector(server.url("/"))));

        alert.triggered();

        var delivery = awaitState("delivered", alert.alertId());
        assertThat(Api.attempts(delivery, "reply.text")).singleElement().asString().hasSizeBetween(1_000, 1_100);
    }

    /** Saved before the setting changed, or by hand: what counts is the moment of the call. */
    @Test
    void aPrivateAddressIsNeverCalled() {
        var hook = make(CONNECTORS, connector(server.url("/")));
        await(() -> pool.preparedQuery(
                "update connector set settings = replace(settings, '127.0.0.1', '10.0.0.1') where id = $1")
                .execute(Tuple.of(UUID.fromString(hook))));
        var alert = Given.alert("r").toWebhook(hook);

        alert.triggered();

        var delivery = awaitState("refused", alert.alertId());
        assertThat(Api.attempts(delivery, "reply.text")).singleElement().asString().startsWith("not called: ");
    }

    @Test
    void whatDoesNotExistIsDeadAndSaysWhy() {
        var hook = Given.alert("r").toWebhook(UUID.randomUUID().toString());
        var custom = Given.alert("r").toCustomWebhook(make(OPERATIONS, operation("{}")));

        hook.triggered();
        custom.triggered();

        assertThat(Api.attempts(awaitState("dead", hook.alertId()), "reply.text")).singleElement()
                .asString()
                .startsWith("there is no connector");
        assertThat(Api.attempts(awaitState("dead", custom.alertId()), "reply.text")).singleElement()
                .asString()
                .startsWith("there is no webhook operation");
    }

    @Test
    void aSampleGoesTheWayOfAlertsAndIsInTheAuditLog() {
        var hook = make(CONNECTORS, connector(server.url("/")));
        var custom = assigned(operation("{\"rule\": \"{{alert.rule.name}}\"}"), hook);

        for (var id : List.of(hook, custom)) {
            var alert = Api.asOperator()
                    .post("/notifications/webhooks/" + id + "/test")
                    .then()
                    .statusCode(202)
                    .extract()
                    .<String>path("alertId");

            awaitState("delivered", UUID.fromString(alert));
            assertThat(AuditTrail.about(pool, id)).extracting(event -> event.getString("event"))
                    .containsExactly("Webhook tested.");
        }
        assertThat(server.calls()).hasSize(2);
        Api.asOperator().post("/notifications/webhooks/" + UUID.randomUUID() + "/test").then().statusCode(404);
        Api.asViewer().post("/notifications/webhooks/" + hook + "/test").then().statusCode(403);
    }

    @Test
    void theTimeThatAReceiverAsksForIsRespected() {
        server.answering(request -> request.response().setStatusCode(429).putHeader("Retry-After", "3000").end());
        var alert = Given.alert("r").toWebhook(make(CONNECTORS, connector(server.url("/"))));

        alert.triggered();

        var delivery = awaitState("deferred", alert.alertId());
        assertThat(Instant.parse((String) delivery.get("nextAttemptAt")))
                .isAfter(Instant.parse((String) delivery.get("createdAt")).plusSeconds(2_900));
    }

    @Test
    void anOperationWhichIsNotEnabledTellsNobody() {
        var custom = assigned(operation("{}").put("enabled", false), make(CONNECTORS, connector(server.url("/"))));
        var alert = Given.alert("r").toCustomWebhook(custom);

        alert.triggered();

        awaitState("suppressed", alert.alertId());
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void oneOperationGoesToEachOfItsConnectors() {
        var custom = assigned(operation("{}"), make(CONNECTORS, connector(server.url("/a"))),
                make(CONNECTORS, connector(server.url("/b"))));
        var alert = Given.alert("r").toCustomWebhook(custom);

        alert.triggered();

        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(Api.deliveriesOf(alert.alertId()))
                        .extracting(delivery -> delivery.get("state"))
                        .containsExactly("delivered", "delivered"));
        assertThat(server.calls()).extracting(HookServer.Call::uri).containsExactlyInAnyOrder("/a", "/b");
    }

    @Test
    void aHostWhichHangsHoldsFewConnections() {
        server.answering(request -> {});
        var hanging = make(CONNECTORS, connector(server.url("/")));
        try (var other = HookServer.start("127.0.0.2")) {
            var hook = make(CONNECTORS, connector(other.url("/")));
            var waiting = IntStream.range(0, 12).mapToObj(any -> Given.alert("r").toWebhook(hanging).triggered()).toList();
            var alert = Given.alert("r").toWebhook(hook);

            alert.triggered();

            awaitState("delivered", alert.alertId());
            assertThat(other.calls()).hasSize(1);
            assertThat(server.underWayAtMost()).isBetween(1, 4);
            server.answering(204);
            waiting.forEach(one -> awaitState("delivered", one.alertId()));
        }
    }

    @Test
    void aDeadServerDoesNotKeepMailsBack() {
        var closed = HookServer.start();
        var hook = make(CONNECTORS, connector(closed.url("/")));
        closed.close();
        var somebody = Given.somebody();
        var alert = Given.alert("r").to(somebody).toWebhook(hook);

        alert.triggered();

        Api.awaitState("delivered", alert.alertId(), somebody);
        List<Map<String, Object>> waiting = Api.deliveriesOf(alert.alertId())
                .stream()
                .filter(delivery -> "webhook".equals(delivery.get("channel")))
                .toList();
        assertThat(waiting).singleElement()
                .extracting(delivery -> delivery.get("finishedAt"))
                .isNull();
    }

    private static void writeForEver(HttpServerResponse response) {
        response.write("x".repeat(500)).onSuccess(written -> writeForEver(response));
    }

    private static String signature(HookServer.Call call) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET.substring(6)), "HmacSHA256"));
        var signed = call.headers().get("webhook-id") + "." + call.headers().get("webhook-timestamp") + "." + call.text();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}

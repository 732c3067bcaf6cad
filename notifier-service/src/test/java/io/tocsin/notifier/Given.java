package io.tocsin.notifier;

import static io.restassured.RestAssured.given;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import io.tocsin.model.Scope;
import io.tocsin.model.message.AlertNotification;
import io.tocsin.model.message.AlertNotification.Kind;
import io.tocsin.model.message.AlertNotification.Rule;
import io.tocsin.model.message.AlertNotification.Source;
import io.tocsin.outbox.IncomingMessage;
import io.tocsin.outbox.OutgoingMessage;
import io.tocsin.outbox.wire.Envelope;

/** The world of a test, in few words: {@code Given.alert("disk full").on("web-1").to("ann@example.org").triggered()}. */
public final class Given {

    public static final Scope SCOPE = new Scope("acme", "12");
    public static final Instant STARTED = Instant.parse("2026-11-22T06:56:12Z");

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private final UUID alertId = UUID.randomUUID();
    private final String rule;
    private final List<Source> sources = new ArrayList<>();
    private List<String> recipients = List.of();
    private String organization = SCOPE.organization();
    private String message;
    private String traceParent;
    private AlertNotification.Test test;
    private final List<AlertNotification.Companion> together = new ArrayList<>();
    private final List<AlertNotification.Integration> integrations = new ArrayList<>();

    private Given(String rule) {
        this.rule = rule;
    }

    public static Given alert(String rule) {
        return new Given(rule);
    }

    /** An address which no other test knows. */
    public static String somebody() {
        return "somebody-" + UUID.randomUUID() + "@example.org";
    }

    public Given on(String source) {
        sources.add(new Source(source, STARTED, "3 events in 5 min", null, null, source));
        return this;
    }

    /** In another organization than {@link #SCOPE}. */
    public Given of(String other) {
        organization = other;
        return this;
    }

    /** Makes it an alert of a test. */
    public Given ofTest(String id, String name, String target, String seenFrom) {
        test = new AlertNotification.Test(id, name, target, seenFrom);
        return this;
    }

    /** Another alert, which began with it; the other's id. */
    public Given with(Given other) {
        together.add(new AlertNotification.Companion(other.alertId, other.test, "Rome", 3));
        return this;
    }

    public Given to(String... addresses) {
        recipients = List.of(addresses);
        return this;
    }

    public Given toWebhook(String connector) {
        integrations.add(new AlertNotification.Integration(connector, AlertNotification.Integration.Type.WEBHOOK));
        return this;
    }

    public Given toCustomWebhook(String operation) {
        integrations.add(new AlertNotification.Integration(operation, AlertNotification.Integration.Type.CUSTOM_WEBHOOK));
        return this;
    }

    public Given saying(String note) {
        message = note;
        return this;
    }

    public Given tracedBy(String parent) {
        traceParent = parent;
        return this;
    }

    public UUID alertId() {
        return alertId;
    }

    public AlertNotification notification(Kind kind) {
        var cleared = kind == Kind.CLEARED ? STARTED.plusSeconds(725) : null;
        return new AlertNotification(UUID.randomUUID(), new Scope(organization, SCOPE.accountGroup()), "Web", kind, alertId,
                new Rule("7", rule, "events(\"source:nagios\").rollup(\"count\").by(\"host\").last(\"5m\") >= 3", "major",
                        message, test == null ? "event" : "http-server"),
                STARTED, cleared, sources, recipients, test, kind == Kind.CLEARED ? List.of() : together, integrations);
    }

    /** Sends the trigger to the inbox. */
    public Given triggered() {
        deliver(List.of(notification(Kind.TRIGGERED)));
        return this;
    }

    /** Sends the clear to the inbox. */
    public Given cleared() {
        deliver(List.of(notification(Kind.CLEARED)));
        return this;
    }

    /** Sends both to the inbox in one batch. */
    public Given triggeredAndCleared() {
        deliver(List.of(notification(Kind.TRIGGERED), notification(Kind.CLEARED)));
        return this;
    }

    public void deliver(List<AlertNotification> notifications) {
        deliverMessages(notifications.stream().map(this::message).toList());
    }

    /** Posts the messages to the inbox as another service would. */
    public static void deliverMessages(List<OutgoingMessage> messages) {
        given()
                .header("Authorization", "Bearer for-tests-only")
                .contentType(Envelope.MEDIA_TYPE)
                .body(Envelope.of("alerts-service", messages, 1_000_000).body())
                .post("/inbox")
                .then()
                .statusCode(200);
    }

    public OutgoingMessage message(AlertNotification notification) {
        return new OutgoingMessage(UUID.randomUUID(), "notifier-service", AlertNotification.TYPE, alertId.toString(),
                json(notification), traceParent, STARTED);
    }

    /** The trigger or the clear as the inbox hands it to its handler. */
    public IncomingMessage incoming(Kind kind) {
        return new IncomingMessage(UUID.randomUUID(), "alerts-service", AlertNotification.TYPE, alertId.toString(), STARTED,
                json(notification(kind)), traceParent);
    }

    public static String json(AlertNotification notification) {
        try {
            return JSON.writeValueAsString(notification);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}

package io.tocsin.e2e.api;

import java.util.List;
import java.util.Map;

/** Who was told, by the notifier's own API. */
public final class Deliveries {

    private static final String PATH = "/notifications/deliveries";
    private static final String DEAD_LETTERS = "/notifications/dead-letters";

    private final Http http;

    Deliveries(Http http) {
        this.http = http;
    }

    public List<Map<String, Object>> to(String recipient) {
        return http.authorized()
                .get(PATH + "?recipient=" + recipient)
                .then()
                .statusCode(200)
                .extract()
                .path("deliveries");
    }

    /** Sends a delivery once more. */
    public void resend(String id) {
        http.authorized().post(PATH + "/" + id + "/resend").then().statusCode(202);
    }

    /** Those which were given up. */
    public List<Map<String, Object>> deadLettersTo(String recipient) {
        return http.authorized()
                .get(DEAD_LETTERS + "?recipient=" + recipient)
                .then()
                .statusCode(200)
                .extract()
                .path("deliveries");
    }

    public void resendDeadLettersTo(String recipient) {
        http.authorized().post(DEAD_LETTERS + "/resend?recipient=" + recipient).then().statusCode(200);
    }

    /** The latest one to this recipient, whole; there must be one. */
    public Told latest(String recipient) {
        return told((String) to(recipient).get(0).get("id"));
    }

    private Told told(String id) {
        var answer = http.authorized().get(PATH + "/" + id).then().statusCode(200).extract().jsonPath();
        return new Told(id, answer.getString("state"), answer.getString("messageId"), answer.getList("attempts", Map.class)
                .stream()
                .map(Deliveries::attempt)
                .toList());
    }

    private static Told.Attempt attempt(Map<?, ?> attempt) {
        var reply = attempt.get("reply") instanceof Map<?, ?> said ? said : Map.of();
        return new Told.Attempt(text(attempt.get("outcome")), text(reply.get("code")), text(reply.get("enhancedCode")), text(
                reply
                        .get("text")));
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}

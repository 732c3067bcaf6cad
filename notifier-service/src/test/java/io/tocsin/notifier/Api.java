package io.tocsin.notifier;

import static io.restassured.RestAssured.given;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;

import io.restassured.specification.RequestSpecification;

/** The public API as a client uses it. */
public final class Api {

    private static final String PATH = "/notifications/deliveries";

    private Api() {}

    /** As the holder of the key that may see notifications. */
    public static RequestSpecification asViewer() {
        return given().header("Authorization", "Bearer viewer");
    }

    /** As the holder of the key that may also change things. */
    public static RequestSpecification asOperator() {
        return given().header("Authorization", "Bearer operator");
    }

    /** The deliveries about this alert, newest first. */
    public static List<Map<String, Object>> deliveriesOf(UUID alertId) {
        return asViewer().queryParam("alertId", alertId)
                .get(PATH)
                .then()
                .statusCode(200)
                .extract()
                .path("deliveries");
    }

    /** The delivery about this alert to this recipient, with its attempts; of several the newest. */
    public static Map<String, Object> delivery(UUID alertId, String recipient) {
        var id = asViewer().queryParam("alertId", alertId)
                .queryParam("recipient", recipient)
                .get(PATH)
                .then()
                .statusCode(200)
                .extract()
                .<String>path("deliveries[0].id");
        return asViewer().get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .path("");
    }

    /** Waits until that delivery is in this state, and returns it. */
    public static Map<String, Object> awaitState(String state, UUID alertId, String recipient) {
        return Awaitility.await("delivery " + state)
                .atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .until(() -> delivery(alertId, recipient), delivery -> state.equals(delivery.get("state")));
    }

    /** One value of each attempt, oldest first, such as {@code outcome} or {@code reply.code}. */
    public static List<Object> attempts(Map<String, Object> delivery, String value) {
        var attempts = (List<?>) delivery.get("attempts");
        return attempts.stream().map(attempt -> at((Map<?, ?>) attempt, value)).toList();
    }

    private static Object at(Map<?, ?> map, String path) {
        var parts = path.split("\\.", 2);
        var value = map.get(parts[0]);
        return parts.length == 1 ? value : at((Map<?, ?>) value, parts[1]);
    }
}

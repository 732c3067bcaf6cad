package io.tocsin.e2e.api;

import java.util.List;
import java.util.Map;

/** Who was told, by the notifier's own API. */
public final class Deliveries {

    private final Http http;

    Deliveries(Http http) {
        this.http = http;
    }

    public List<Map<String, Object>> to(String recipient) {
        return http.authorized()
                .get("/notifications/deliveries?recipient=" + recipient)
                .then()
                .statusCode(200)
                .extract()
                .path("deliveries");
    }
}

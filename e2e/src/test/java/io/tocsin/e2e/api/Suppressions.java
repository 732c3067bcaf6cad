package io.tocsin.e2e.api;

import java.util.List;
import java.util.Map;

/** Who wants no mails, by the notifier's own API. */
public final class Suppressions {

    private static final String PATH = "/notifications/suppressions";

    private final Http http;

    Suppressions(Http http) {
        this.http = http;
    }

    public List<Map<String, Object>> of(String address) {
        return http.authorized()
                .get(PATH + "?address=" + address)
                .then()
                .statusCode(200)
                .extract()
                .path("suppressions.findAll { it.address == '%s' }", address);
    }

    public void lift(String address) {
        of(address).forEach(entry -> http.authorized().delete(PATH + "/" + entry.get("id")).then().statusCode(204));
    }
}

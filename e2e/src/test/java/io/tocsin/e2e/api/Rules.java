package io.tocsin.e2e.api;

import io.tocsin.e2e.domain.ARule;

/** Alert rules by ThousandEyes' v7 API. */
public final class Rules {

    private static final String PATH = "/v7/alerts/rules";

    private final Http http;

    Rules(Http http) {
        this.http = http;
    }

    /** Makes the rule and returns its id. */
    public String create(ARule rule) {
        return http.authorized()
                .body(rule.toJson())
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .path("ruleId");
    }

    void deleteAll() {
        http.authorized()
                .get(PATH)
                .then()
                .statusCode(200)
                .extract().<java.util.List<String>>path("alertRules.ruleId")
                .forEach(id -> http.authorized().delete(PATH + "/" + id).then().statusCode(204));
    }
}

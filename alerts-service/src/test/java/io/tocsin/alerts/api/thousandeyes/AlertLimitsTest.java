package io.tocsin.alerts.api.thousandeyes;

import static io.tocsin.alerts.Alerts.caller;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tocsin.alerts.TestSetUp;
import io.tocsin.test.PostgresResource;

/** wire/thousandeyes.md §1.8, in both versions: each test with a credential of its own. */
@QuarkusTest
@TestProfile(NarrowReads.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(TestSetUp.class)
class AlertLimitsTest {

    private static final String RESET = Long.toString(Instant.parse(NarrowReads.PERIOD_ENDS).getEpochSecond());

    @Test
    void oneCallTooManyIsA429ProblemWithItsReset() {
        for (int left = NarrowReads.READS - 1; left >= 0; left--) {
            caller(TestSetUp.ALL).get("/v7/alerts")
                    .then()
                    .statusCode(200)
                    .header("X-Organization-Rate-Limit-Limit", equalTo("" + NarrowReads.READS))
                    .header("X-Organization-Rate-Limit-Remaining", equalTo("" + left));
        }

        caller(TestSetUp.ALL).get("/v7/alerts/rules")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("X-Organization-Rate-Limit-Remaining", equalTo("0"))
                .header("X-Organization-Rate-Limit-Reset", equalTo(RESET))
                .body("status", equalTo(429))
                .body("detail", startsWith("The limit "));
    }

    @Test
    void ofV6TheErrorIsV6s() {
        for (int call = 0; call < NarrowReads.READS; call++) {
            caller(TestSetUp.VIEW_ONLY).get("/alerts.json").then().statusCode(200);
        }

        caller(TestSetUp.VIEW_ONLY).get("/alert-rules.json")
                .then()
                .statusCode(429)
                .contentType("application/json;charset=UTF-8")
                .header("X-Organization-Rate-Limit-Reset", equalTo(RESET))
                .body("errorMessage", startsWith("The limit "));
    }
}

package io.tocsin.events.search;

import static io.restassured.RestAssured.given;
import static io.tocsin.events.TestKeys.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;

import jakarta.inject.Inject;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.tocsin.events.TestDatabase;
import io.tocsin.events.TestKeys;
import io.tocsin.test.PostgresResource;

/** A search which PostgreSQL stops is its caller's to narrow, in each dialect; it is no error of ours. */
@QuarkusTest
@TestProfile(HastySearch.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class SearchTooBroadTest {

    private static final String TOO_BROAD = "The search is too broad: it was stopped after 200 ms. Ask for a shorter time";

    @Inject
    TestDatabase database;

    @ParameterizedTest
    @ValueSource(strings = { "/api/v1/events?start=1&end=2000000000", "/api/v2/events?filter%5Bquery%5D=*a*" })
    void aSearchWhichTakesTooLongIsRefusedInDatadogsWords(String path) throws Exception {
        var keys = given().urlEncodingEnabled(false).header("DD-API-KEY", ALL).header("DD-APPLICATION-KEY", ALL);

        var stopped = whileHeld(() -> keys.get(path));

        assertThat(stopped.statusCode()).isEqualTo(400);
        assertThat(stopped.jsonPath().getString("errors")).contains(TOO_BROAD);
        assertThat(keys.get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/v1/events", "/api/v2/events" })
    void aSearchWhichTakesTooLongIsRefusedInDynatracesWords(String path) throws Exception {
        var token = given().header("Authorization", "Api-Token " + ALL);

        var stopped = whileHeld(() -> token.get(path));

        assertThat(stopped.statusCode()).isEqualTo(400);
        assertThat(stopped.jsonPath().getInt("error.code")).isEqualTo(400);
        assertThat(stopped.jsonPath().getString("error.message")).contains(TOO_BROAD);
        assertThat(token.get(path).statusCode()).isEqualTo(200);
    }

    private Response whileHeld(Supplier<Response> call) throws Exception {
        try (var held = database.lock()) {
            return call.get();
        }
    }
}

package io.tocsin.events.api.dynatrace;

import static io.tocsin.events.api.dynatrace.DynatraceCalls.aPush;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.anEntity;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.feed;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.list;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.push;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.tocsin.events.TestDatabase;
import io.tocsin.events.TestKeys;
import io.tocsin.events.record.NarrowIngest;
import io.tocsin.test.PostgresResource;

/** A database that does not answer or is away: callers are told in their dialect, and it heals by itself. */
@QuarkusTest
@TestProfile(NarrowIngest.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class DynatraceWithoutDatabaseTest {

    @Inject
    TestDatabase database;

    private final String entity = anEntity("HOST");

    @ParameterizedTest
    @ValueSource(strings = { "CUSTOM_INFO", "ERROR_EVENT" })
    void aDatabaseThatDoesNotAnswerIsReportedInTime(String type) throws Exception {
        Response unanswered;
        try (var held = database.lock()) {
            unanswered = push(aPush(type, entity));
        }

        unanswered.then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("error.code", equalTo(503))
                .body("error.message", equalTo("The database does not answer; try again later."));
        assertThat(push(aPush(type, entity)).statusCode()).isEqualTo(200);
    }

    @Test
    void aDatabaseThatIsAwayIsReportedToReadersAndWriters() throws Exception {
        List<Response> answers;
        try (var away = database.goAway()) {
            answers = List.of(push(aPush("CUSTOM_INFO", entity)), push(aPush("ERROR_EVENT", entity)), feed(), list(),
                    list("entitySelector", "type(HOST)"));
        }

        assertThat(answers).allSatisfy(answer -> answer.then().statusCode(503).body("error.code", equalTo(503)));
        assertThat(push(aPush("ERROR_EVENT", entity)).statusCode()).isEqualTo(200);
        assertThat(feed("entityId", entity).statusCode()).isEqualTo(200);
    }
}

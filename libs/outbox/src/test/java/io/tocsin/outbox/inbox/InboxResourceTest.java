package io.tocsin.outbox.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tocsin.outbox.Diary;
import io.tocsin.outbox.Outbox;
import io.tocsin.outbox.OutgoingMessage;
import io.tocsin.outbox.WithOutbox;
import io.tocsin.outbox.World;
import io.tocsin.outbox.wire.Envelope;
import io.tocsin.outbox.wire.ServiceCredential;

@QuarkusTest
@WithOutbox
class InboxResourceTest {

    @Inject
    World world;
    @Inject
    Outbox outbox;
    @Inject
    Diary diary;
    @Inject
    ServiceCredential credential;

    @BeforeEach
    void start() {
        world.reset();
    }

    private OutgoingMessage message(String subject, Object payload) {
        return outbox.message("here", Diary.TYPE, subject, payload);
    }

    private ValidatableResponse deliver(OutgoingMessage... messages) {
        return post(Envelope.of("there", Arrays.asList(messages), 1_000_000).body());
    }

    private ValidatableResponse post(byte[] body) {
        return given()
                .header("Authorization", credential.header())
                .contentType(Envelope.MEDIA_TYPE)
                .body(body)
                .post("/inbox")
                .then();
    }

    @Test
    void aMessageDeliveredTwiceIsAcceptedTwiceAndTakesEffectOnce() {
        var message = message("twice", 1);
        deliver(message);

        var second = deliver(message);

        second.statusCode(200).body("messages.outcome", contains("ACCEPTED"), "messages.id", contains(message.id().toString()));
        assertThat(world.diaryOf("twice")).containsExactly("1");
    }

    @Test
    void whatIsNewAmongKnownMessagesTakesEffect() {
        var known = message("known", 1);
        deliver(known);

        deliver(message("before", 1), known, message("behind", 1)).statusCode(200)
                .body("messages.outcome", contains("ACCEPTED", "ACCEPTED", "ACCEPTED"));

        assertThat(world.diaryOf("known")).containsExactly("1");
        assertThat(world.diaryOf("before")).containsExactly("1");
        assertThat(world.diaryOf("behind")).containsExactly("1");
    }

    @Test
    void aMessageTwiceInOneBatchTakesEffectOnce() {
        var message = message("twin", 1);

        deliver(message, message).statusCode(200).body("messages.outcome", contains("ACCEPTED", "ACCEPTED"));

        assertThat(world.diaryOf("twin")).containsExactly("1");
    }

    @Test
    void theHandlerHearsOfACommitAndOfNothingElse() {
        diary.refuse("2");
        int before = diary.commits();

        deliver(message("good", 1));
        deliver(message("bad", 2));

        assertThat(diary.commits() - before).isEqualTo(1);
    }

    @Test
    void aBadMessageHoldsBackTheLaterOnesOfItsSubjectOnly() {
        diary.refuse("2");

        var answer = deliver(message("a", 1), message("a", 2), message("b", 1), message("a", 3), message("b", 3));

        answer.statusCode(200)
                .body("messages.outcome", contains("ACCEPTED", "REJECTED", "ACCEPTED", "DEFERRED", "ACCEPTED"))
                .body("messages[1].reason", equalTo("there is no room for 2"));
        assertThat(world.diaryOf("a")).containsExactly("1");
        assertThat(world.diaryOf("b")).containsExactly("1", "3");
    }

    @Test
    void aRejectedMessageIsNotRemembered() {
        var message = message("second thoughts", 2);
        diary.refuse("2");
        deliver(message);
        diary.acceptEverything();

        deliver(message).body("messages.outcome", contains("ACCEPTED"));

        assertThat(world.diaryOf("second thoughts")).containsExactly("2");
    }

    @Test
    void anUnexpectedFailureNamesItself() {
        deliver(message("bug", "bug")).statusCode(200)
                .body("messages[0].outcome", equalTo("FAILED"))
                .body("messages[0].reason", equalTo("IllegalStateException: this is a bug"));
    }

    @Test
    void whatTheDatabaseRefusesIsBlamedOnItsMessage() {
        var forbidden = message("b", "forbidden");

        deliver(message("a", 1), forbidden, message("c", 3)).statusCode(200)
                .body("messages.outcome", contains("ACCEPTED", "FAILED", "ACCEPTED"))
                .body("messages[1].reason", startsWith("PgException"));
    }

    @Test
    void troubleOfTheSurroundingsIsBlamedOnNoMessage() {
        deliver(message("a", 1), message("b", "outage"), message("c", 3)).statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .body("detail", startsWith("this service cannot reach its database"));
    }

    @Test
    void aTypeNobodyTakesIsRejected() {
        deliver(outbox.message("here", "io.tocsin.unknown.v9", "a", 1), message("b", 1)).statusCode(200)
                .body("messages.outcome", contains("REJECTED", "ACCEPTED"))
                .body("messages[0].reason", equalTo("this service takes no messages of type io.tocsin.unknown.v9"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "Bearer wrong", "Bearer", "Basic not-a-secret-for-development-and-tests", "" })
    void whoHasNoServiceCredentialIsTurnedAway(String authorization) {
        var request = given().contentType(Envelope.MEDIA_TYPE).body("[]");

        var answer = (authorization == null ? request : request.header("Authorization", authorization)).post("/inbox").then();

        answer.statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("detail", startsWith("send the service credential"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{", "{}", "[{\"specversion\":\"1.0\"}]" })
    void whatIsNoBatchIsABadRequest(String body) {
        post(body.getBytes(StandardCharsets.UTF_8)).statusCode(400)
                .contentType("application/problem+json")
                .body("title", equalTo("Malformed batch"));
    }

    @Test
    void anEmptyBatchIsFine() {
        post("[]".getBytes(StandardCharsets.UTF_8)).statusCode(200).body("messages", equalTo(List.of()));
    }

    @Test
    void anotherMediaTypeIsRefused() {
        given().header("Authorization", credential.header())
                .contentType("application/json")
                .body("[]")
                .post("/inbox")
                .then()
                .statusCode(415);
    }

    @Test
    void aBodyBeyondTheLimitIsRefused() {
        given().header("Authorization", credential.header())
                .contentType(Envelope.MEDIA_TYPE)
                .body(new byte[1_100_000])
                .post("/inbox")
                .then()
                .statusCode(413);
    }
}

package io.tocsin.outbox.setaside;

import static io.restassured.RestAssured.given;
import static io.tocsin.outbox.World.FIRST;
import static io.tocsin.outbox.World.SECOND;
import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.tocsin.outbox.Diary;
import io.tocsin.outbox.Outbox;
import io.tocsin.outbox.OutgoingMessage;
import io.tocsin.outbox.WithOutbox;
import io.tocsin.outbox.World;
import io.tocsin.outbox.relay.Relay;
import io.tocsin.outbox.wire.ServiceCredential;

@QuarkusTest
@WithOutbox
class SetAsideResourceTest {

    @Inject
    World world;
    @Inject
    Outbox outbox;
    @Inject
    Relay relay;
    @Inject
    ServiceCredential credential;

    @BeforeEach
    void start() {
        world.reset();
    }

    private RequestSpecification operator() {
        return given().header("Authorization", credential.header());
    }

    private OutgoingMessage setAside(String destination, String subject, int payload) {
        var message = outbox.message(destination, Diary.TYPE, subject, payload);
        world.sql(
                "insert into outbox_set_aside values ('%s', '%s', '%s', '%s', %d, '%s', null, '%s', 10, 'REJECTED: no', now())"
                        .formatted(message.id(), destination, message.type(), subject, message.lane(), message.data(),
                                message.createdAt()));
        return message;
    }

    @Test
    void whatWasSetAsideIsListedWithItsError() {
        var message = setAside(FIRST, "listed", 7);

        operator().get("/outbox/set-aside")
                .then()
                .statusCode(200)
                .body("messages.id", contains(message.id().toString()))
                .body("messages[0].destination", equalTo(FIRST))
                .body("messages[0].subject", equalTo("listed"))
                .body("messages[0].data", equalTo("7"))
                .body("messages[0].attempts", equalTo(10))
                .body("messages[0].error", equalTo("REJECTED: no"))
                .body("next", nullValue());
    }

    @Test
    void aLongListComesInPages() {
        var first = setAside(FIRST, "page", 1);
        var second = setAside(FIRST, "page", 2);
        var third = setAside(FIRST, "page", 3);

        var page = operator().queryParam("limit", 2).get("/outbox/set-aside").then();
        var rest = operator().queryParam("limit", 2).queryParam("after", second.id()).get("/outbox/set-aside").then();

        page.body("messages.id", contains(first.id().toString(), second.id().toString()))
                .body("next", equalTo(second.id().toString()));
        rest.body("messages.id", contains(third.id().toString()));
    }

    @Test
    void aRedrivenMessageTakesEffectUnderItsOldId() {
        var message = setAside(FIRST, "redriven", 7);

        operator().post("/outbox/set-aside/" + message.id() + "/redrive").then().statusCode(200).body("messages", equalTo(1));
        await(relay::runOnce);

        assertThat(world.diaryOf("redriven")).containsExactly("7");
        assertThat(world.count("inbox where id = '" + message.id() + "'")).isEqualTo(1);
        assertThat(world.count("outbox_set_aside")).isZero();
    }

    @Test
    void allMessagesToOneDestinationAreRedrivenInTheirOrder() {
        setAside(FIRST, "all", 1);
        setAside(FIRST, "all", 2);
        setAside(SECOND, "others", 1);

        operator().queryParam("destination", FIRST)
                .post("/outbox/set-aside/redrive")
                .then()
                .statusCode(200)
                .body("messages", equalTo(2));
        await(relay::runOnce);

        assertThat(world.diaryOf("all")).containsExactly("1", "2");
        assertThat(world.count("outbox_set_aside")).isEqualTo(1);
    }

    @Test
    void whatIsNotSetAsideIsNotFound() {
        var id = UUID.randomUUID();

        operator().post("/outbox/set-aside/" + id + "/redrive")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", equalTo("no message " + id + " is set aside"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "?limit=0", "?limit=1001", "?limit=many", "?after=x" })
    void aBadPageIsABadRequest(String query) {
        operator().get("/outbox/set-aside" + query).then().statusCode(400).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/outbox/set-aside/x/redrive", "/outbox/set-aside/redrive" })
    void aBadRedriveIsABadRequest(String path) {
        operator().post(path).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void nobodyElseMayLookOrRedrive() {
        given().get("/outbox/set-aside").then().statusCode(401);
        given().post("/outbox/set-aside/" + UUID.randomUUID() + "/redrive").then().statusCode(401);
        given().post("/outbox/set-aside/redrive?destination=" + FIRST).then().statusCode(401);
    }
}

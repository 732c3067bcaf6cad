package io.tocsin.http.refusals;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.http.app.IdentityProvider;
import io.tocsin.http.app.RecordedUserEvents;

@QuarkusTest
@WithTestResource(IdentityProvider.class)
class RefusalsTest {

    private static final int TOO_OFTEN = 20;

    @Inject
    RecordedUserEvents recorded;

    @Test
    void anExpiredKeyIsToldToItsOrganizationOnce() {
        call("Bearer worn out", TOO_OFTEN - 1);
        var before = recorded.saying("Credential refused too often.");

        call("Bearer worn out", 3 * TOO_OFTEN);

        assertThat(before).isEmpty();
        assertThat(recorded.saying("Credential refused too often.")).singleElement().satisfies(event -> {
            assertThat(event.organization()).isEqualTo("acme");
            assertThat(event.accountGroup().id()).isEqualTo("12");
            assertThat(event.user().name()).isEqualTo("Ann");
            assertThat(event.ipAddress()).isEqualTo("127.0.0.1");
            assertThat(event.resources()).singleElement().satisfies(key -> assertThat(key.name()).isEqualTo("old"));
            assertThat(event.change().after()).containsEntry("reason", "expired").containsEntry("refusals", TOO_OFTEN);
        });
    }

    @Test
    void unknownCredentialsOfAnyKindAreToldTogetherToTheOrganizationOfTheFirstKey() {
        for (var guess = 0; guess < 2 * TOO_OFTEN; guess++) {
            call(guess % 2 == 0 ? "Bearer guess-" + guess : "Bearer a.b." + guess, 1);
        }

        assertThat(recorded.saying("Unknown credentials refused too often.")).singleElement().satisfies(event -> {
            assertThat(event.organization()).isEqualTo("acme");
            assertThat(event.user().id()).isEqualTo("unknown");
        });
    }

    private static void call(String authorization, int times) {
        for (var call = 0; call < times; call++) {
            given().header("Authorization", authorization).get("/caller").then().statusCode(401);
        }
    }
}

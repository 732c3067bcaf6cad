package io.tocsin.audit.intake;

import static io.restassured.RestAssured.given;
import static io.tocsin.audit.UserEventBuilder.aUserEvent;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.audit.AuditDatabase;
import io.tocsin.audit.AuditKeys;
import io.tocsin.audit.Services;

@QuarkusTest
@WithTestResource(AuditDatabase.class)
@WithTestResource(AuditKeys.class)
class UserEventIntakeTest {

    @TestHTTPResource(management = true)
    URI management;

    @Test
    void aMessageThatIsNoUserEventIsRejectedAndHarmsNoOther() {
        var good = aUserEvent().at("1990-01-01T00:00:00Z").saying("Good.").build();
        var messages = List.of(
                Services.message(UUID.randomUUID(), "{\"event\":\"Half.\"}"),
                Services.message(good),
                Services.message(UUID.randomUUID(), "null"),
                Services.message(UUID.randomUUID(), "[1]"));

        var answer = Services.deliver(messages);

        answer.body("messages.outcome", contains("REJECTED", "ACCEPTED", "REJECTED", "REJECTED"))
                .body("messages[0].reason", containsString("this is no user event: "));
        given().header("Authorization", "Bearer " + AuditKeys.AUDITOR)
                .get("/v7/audit-user-events?startDate=1990-01-01T00:00:00Z&endDate=1990-01-02T00:00:00Z")
                .then()
                .body("auditEvents.event", contains("Good."));
    }

    @Test
    void textThatPostgresCannotKeepIsRepaired() {
        Services.deliver(aUserEvent().at("1991-01-01T00:00:00Z").saying("NUL \0.").about("testName", "a\0b").build());

        given().header("Authorization", "Bearer " + AuditKeys.AUDITOR)
                .get("/v7/audit-user-events?startDate=1991-01-01T00:00:00Z&endDate=1991-01-02T00:00:00Z")
                .then()
                .body("auditEvents[0].event", equalTo("NUL \uFFFD."))
                .body("auditEvents[0].resources[0].name", equalTo("a\uFFFDb"));
    }

    @Test
    void operatorsSeeReadinessAndWhatWasRecorded() {
        Services.deliver(aUserEvent().at("1992-01-01T00:00:00Z").build());

        given().get(management.resolve("/q/health/ready")).then().statusCode(200).body("status", equalTo("UP"));
        given().get(management.resolve("/q/health/live")).then().statusCode(200);
        given().get(management.resolve("/q/metrics"))
                .then()
                .statusCode(200)
                .body(containsString("tocsin_audit_user_events_recorded_total"));
        given().get(management.resolve("/q/openapi")).then().statusCode(200).body(containsString("/v7/audit-user-events"));
    }
}

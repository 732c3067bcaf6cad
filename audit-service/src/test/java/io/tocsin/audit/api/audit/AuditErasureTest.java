package io.tocsin.audit.api.audit;

import static io.restassured.RestAssured.given;
import static io.tocsin.audit.UserEventBuilder.aUserEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tocsin.audit.AuditDatabase;
import io.tocsin.audit.AuditKeys;
import io.tocsin.audit.Services;

@QuarkusTest
@WithTestResource(AuditDatabase.class)
@WithTestResource(AuditKeys.class)
class AuditErasureTest {

    private static final String LOG = "/v7/audit-user-events?startDate=2013-01-01T00:00:00Z&endDate=2013-12-31T00:00:00Z";

    @Test
    void whoIsErasedIsNobodyFromThenOnAndTheLogStillVerifies() {
        Services.deliver(aUserEvent().of("privacy").by(AuditKeys.PAT).at("2013-01-01T00:00:00Z").saying("By Pat.").build());
        log(AuditKeys.PAT, LOG).body("auditEvents.event", contains("By Pat."));
        var before = ExportFile.fetch(AuditKeys.PRIVACY, "");

        erase("{\"userId\":\"id-of-pat\"}").statusCode(200).body("people", hasSize(1));

        log(AuditKeys.PRIVACY, LOG).body("auditEvents.find { it.event == 'By Pat.' }",
                equalTo(Map.of("aid", "11", "accountGroupName", "Network", "date", "2013-01-01T00:00:00Z", "event", "By Pat.",
                        "uid", "erased", "user", "erased (erased)")));
        log(AuditKeys.PAT, LOG).body("auditEvents", empty());
        var export = ExportFile.fetch(AuditKeys.PRIVACY, "");
        assertThat(before).contains("pat@example.com");
        assertThat(export).doesNotContain("pat@example.com", "id-of-pat");
        assertThat(ExportFile.verdict(export).finding()).isEmpty();
        assertThat(ExportFile.verdict(export).erased()).isPositive();
        log(AuditKeys.PRIVACY, "/v7/audit-user-events?window=1h").body("auditEvents.event", hasItem("Personal data erased."));
        erase("{\"userId\":\"id-of-pat\"}").statusCode(200).body("people", empty());
    }

    @Test
    void addressesInChangesAndResourcesAreErasedToo() {
        Services.deliver(aUserEvent().of("privacy")
                .at("2014-01-01T00:00:00Z")
                .about("recipient", "Bob@example.com")
                .changing(Map.of("recipients", List.of("bob@example.com", "ann@example.com")), null)
                .build());

        erase("{\"email\":\"BOB@example.com\"}").statusCode(200).body("people", hasSize(1));

        var export = ExportFile.fetch(AuditKeys.PRIVACY, "");
        assertThat(export).doesNotContainIgnoringCase("bob@example.com").contains("ann@example.com");
        assertThat(ExportFile.verdict(export).finding()).isEmpty();
        log(AuditKeys.PRIVACY, "/v7/audit-user-events?startDate=2014-01-01T00:00:00Z&endDate=2014-01-02T00:00:00Z")
                .body("auditEvents[0].resources", equalTo(List.of(Map.of("type", "recipient", "name", "erased"))));
    }

    @Test
    void whoIsErasedAndComesBackIsSomebodyNew() {
        Services.deliver(aUserEvent().of("privacy").by(AuditKeys.GUEST).at("2015-01-01T00:00:00Z").saying("Before.").build());
        erase("{\"userId\":\"id-of-guest\"}").body("people", hasSize(1));

        Services.deliver(aUserEvent().of("privacy").by(AuditKeys.GUEST).at("2015-01-02T00:00:00Z").saying("After.").build());

        log(AuditKeys.PRIVACY, "/v7/audit-user-events?startDate=2015-01-01T00:00:00Z&endDate=2015-12-31T00:00:00Z")
                .body("auditEvents.uid", contains("id-of-guest", "erased"))
                .body("auditEvents[1]", not(hasKey("ipAddress")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{}", "null", "{\"userId\":\" \"}", "{\"email\":null}", "[]", "{\"userId\":{}}", "nothing" })
    void nobodyIsErasedByMistake(String body) {
        erase(body).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void onlyThoseWithThePermissionErase() {
        given().header("Authorization", "Bearer " + AuditKeys.PAT)
                .contentType("application/json")
                .body("{\"userId\":\"id-of-privacy\"}")
                .post("/audit/erasures")
                .then()
                .statusCode(403)
                .body("detail", equalTo("This credential lacks the permission 'erase-personal-data'."));
    }

    private static ValidatableResponse erase(String body) {
        return given().header("Authorization", "Bearer " + AuditKeys.PRIVACY)
                .contentType("application/json")
                .body(body)
                .post("/audit/erasures")
                .then();
    }

    private static ValidatableResponse log(String key, String path) {
        return given().header("Authorization", "Bearer " + key).get(path).then().statusCode(200);
    }
}

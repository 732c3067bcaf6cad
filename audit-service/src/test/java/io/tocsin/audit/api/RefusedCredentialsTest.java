package io.tocsin.audit.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.audit.AuditDatabase;
import io.tocsin.audit.AuditKeys;

/** Credentials which are refused too often are in the log, once, however long somebody goes on. */
@QuarkusTest
@WithTestResource(AuditDatabase.class)
@WithTestResource(AuditKeys.class)
class RefusedCredentialsTest {

    private static final int TOO_OFTEN = 20;

    @Test
    void aKeyWhichHasExpiredIsToldToItsOrganizationOnce() {
        call(AuditKeys.EXPIRED, "/v7/audit-user-events", 401, TOO_OFTEN - 1);
        var before = entries("Credential refused too often.", "expired");

        call(AuditKeys.EXPIRED, "/v7/audit-user-events", 401, 5 * TOO_OFTEN);

        assertThat(before).isEmpty();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(entries("Credential refused too often.", "expired")).hasSize(1)
                        .allSatisfy(entry -> assertThat(entry).containsEntry("ipAddress", "127.0.0.1")
                                .containsEntry("user", "expired (expired@example.com)")));
    }

    @Test
    void aKeyWhichLacksAPermissionIsToldToItsOrganization() {
        call(AuditKeys.GUEST, "/audit/export", 403, TOO_OFTEN);

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(entries("Credential refused too often.", "guest")).hasSize(1));
    }

    /** acme's key stands first in the file. */
    @Test
    void keysWhichNobodyKnowsAreToldTogetherToWhoRunsTheInstallation() {
        for (var guess = 0; guess < 3 * TOO_OFTEN; guess++) {
            call("guess-" + guess, "/audit/heads", 401, 1);
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(entries("Unknown credentials refused too often.", null)).hasSize(1)
                        .allSatisfy(entry -> assertThat(entry).containsEntry("user", "Unknown (-)")));
    }

    private static void call(String key, String path, int status, int times) {
        for (var n = 0; n < times; n++) {
            given().header("Authorization", "Bearer " + key).get(path).then().statusCode(status);
        }
    }

    private static List<Map<String, Object>> entries(String event, String name) {
        return given().header("Authorization", "Bearer " + AuditKeys.AUDITOR)
                .get("/v7/audit-user-events?window=1h")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<Map<String, Object>>getList("auditEvents")
                .stream()
                .filter(entry -> entry.get("event").equals(event))
                .filter(entry -> name == null || String.valueOf(entry.get("resources")).contains("name=" + name))
                .toList();
    }
}

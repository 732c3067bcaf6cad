package io.tocsin.audit.api;

import static io.tocsin.audit.UserEventBuilder.aUserEvent;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.audit.AuditDatabase;
import io.tocsin.audit.AuditKeys;
import io.tocsin.audit.Services;
import io.tocsin.test.Fuzz;
import io.tocsin.test.FuzzedService;

/** Calls which know the names of paths, parameters and members, and nothing of their values. */
@QuarkusTest
@WithTestResource(AuditDatabase.class)
@WithTestResource(AuditKeys.class)
class AuditFuzzTest {

    private static final int CALLS = 300;

    private static final List<String> READS = List.of("/v7/audit-user-events", "/v6/audit/user-events/search",
            "/v6/audit/user-events/search.json", "/v6/audit/user-events/search.xml", "/audit/user-events/search.json",
            "/audit/export", "/audit/heads", "/audit/keys", "/audit/consistency", "/audit/entries");
    private static final List<String> PARAMETERS = List.of("aid", "useAllPermittedAids", "window", "startDate", "endDate",
            "cursor", "from", "to", "head", "before", "format", "max", "");
    private static final List<String> TEXTS = List.of("", " ", "0", "-1", "1", "2", "11", "12", "9223372036854775807",
            "999999999999999999", "99999999999999999999", "1e3", "0x1", "true", "false", "yes", "1h", "12m", "99999999999w",
            "1y",
            "2026-03-01T12:00:00Z", "2026-03-01 12:00:00", "2026-03-01T12:00:00%2B01:00", "+999999999-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z", "0000-00-00T00:00:00Z", "2026-02-30T00:00:00Z", "json", "xml", "null", "NaN",
            "\u0000",
            "\uD83D\uDD14", "\uFFFE", "'; drop table user_event", "%", "%s", "..", "../heads", "AAAA", "AAAA.AAAA", "....",
            "00000000-0000-0000-0000-000000000000", "7c32734e-ba62-40cb-90f6-b99e43d5649f", "x".repeat(3000));
    private static final List<String> KEYS = List.of(AuditKeys.AUDITOR, AuditKeys.LEDGER, AuditKeys.BEA, AuditKeys.GUEST,
            AuditKeys.ROTATING);

    @TestHTTPResource
    URI service;

    @BeforeEach
    void thereIsSomethingToFind() {
        Services.deliver(aUserEvent().at("2016-01-01T00:00:00Z").build(),
                aUserEvent().of("ledger").at("2016-01-01T00:00:00Z").build());
    }

    /** The seed makes each run the same. */
    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4 })
    void readsAreNeverAFailureOfOurs(long seed) throws Exception {
        var fuzz = new Fuzz(seed, TEXTS);
        for (int n = 0; n < CALLS; n++) {
            var path = fuzz.any(READS) + (fuzz.oneIn(4) ? "/" + fuzz.text() : "") + "?" + fuzz.query(PARAMETERS);
            var verb = fuzz.oneIn(8) ? fuzz.any(List.of("DELETE", "PUT", "PATCH", "OPTIONS", "HEAD", "POST")) : "GET";

            check(verb, path, new byte[0], fuzz.any(KEYS));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = { 5, 6, 7 })
    void erasuresAreNeverAFailureOfOurs(long seed) throws Exception {
        var fuzz = new Fuzz(seed, TEXTS);
        var bodies = fuzz.bodies();
        for (int n = 0; n < CALLS / 3; n++) {
            check("POST", "/audit/erasures?aid=" + fuzz.text(),
                    bodies.of("{\"userId\": \"fuzz\", \"email\": \"fuzz@example.org\"}"), fuzz.any(KEYS));
            check("POST", "/audit/erasures", bodies.of("{\"userId\": {\"a\": [1]}, \"email\": \"\\u0000\"}"),
                    AuditKeys.ROTATING);
        }
    }

    private void check(String verb, String path, byte[] body, String key) throws Exception {
        new FuzzedService(service).call(verb, path, body, "Authorization", "Bearer " + key, "Content-Type", "application/json");
    }
}

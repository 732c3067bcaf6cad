package io.tocsin.notifier;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.test.Fuzz;
import io.tocsin.test.FuzzedService;
import io.tocsin.test.PostgresResource;
import io.tocsin.test.SmtpResource;

/** Calls which know the names of paths, parameters and members, and nothing of their values. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(SmtpResource.class)
@WithTestResource(ReturnPathSettings.class)
class NotificationsFuzzTest {

    private static final int CALLS = 300;

    private static final List<String> READS = List.of("/notifications/deliveries", "/notifications/dead-letters",
            "/notifications/dead-letters/export.ndjson", "/notifications/dead-letters/export.csv",
            "/notifications/suppressions",
            "/notifications/preferences/event-detection");
    private static final List<String> PARAMETERS = List.of("aid", "alertId", "ruleId", "recipient", "channel", "state",
            "window",
            "startDate", "endDate", "max", "cursor", "address", "reason", "");
    private static final List<String> TEXTS = List.of("", " ", "0", "-1", "1", "12", "13", "200", "99999999999999999999", "1h",
            "99999999999w", "1y", "2026-03-01T12:00:00Z", "2026-03-01 12:00:00", "+999999999-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z", "dead", "dead,refused", "dead,,", "delivered", "email", "bounced", "by-hand", "null",
            "NaN",
            "\u0000", "a\u0000@b.example", "\uD83D\uDD14", "\uFFFE", "'; drop table delivery", "%", "%s", "..", "AAAA", "....",
            "a@example.org", "\"a b\"@example.org", "a@[1.2.3.4]", "b\u00fccher@b\u00fccher.example",
            "7c32734e-ba62-40cb-90f6-b99e43d5649f", "x".repeat(3000), "a@" + "b".repeat(400));

    @TestHTTPResource
    URI service;

    /** The seed makes each run the same. */
    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3 })
    void readsAreNeverAFailureOfOurs(long seed) throws Exception {
        var fuzz = new Fuzz(seed, TEXTS);
        for (int n = 0; n < CALLS; n++) {
            var path = fuzz.any(READS) + (fuzz.oneIn(3) ? "/" + fuzz.text() : "") + "?" + fuzz.query(PARAMETERS);
            var verb = fuzz.oneIn(5) ? fuzz.any(List.of("DELETE", "PUT", "PATCH", "OPTIONS", "HEAD", "POST")) : "GET";

            check(verb, path, new byte[0], "application/json");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = { 4, 5, 6 })
    void changesAreNeverAFailureOfOurs(long seed) throws Exception {
        var fuzz = new Fuzz(seed, TEXTS);
        var bodies = fuzz.bodies();
        for (int n = 0; n < CALLS; n++) {
            var text = fuzz.text();
            switch (fuzz.below(6)) {
                case 0 -> change("/notifications/suppressions?aid=" + fuzz.any(List.of("12", "13", "99")),
                        bodies.of("{\"address\": \"fuzz@example.org\", \"ruleId\": \"7\", \"note\": \"n\"}"));
                case 1 -> change("/notifications/test", bodies.of("{\"recipient\": \"fuzz@example.org\"}"));
                case 2 -> change("/notifications/deliveries/" + text + "/resend", bodies.of("{\"a\": 1}"));
                case 3 -> change("/notifications/dead-letters/resend?state=" + text, new byte[0]);
                case 4 -> check("PUT", "/notifications/preferences/event-detection/" + text, new byte[0], "application/json");
                default -> change("/notifications/suppressions", bodies.of("{\"address\": {\"a\": [1]}}"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = { 7, 8 })
    void bouncesAreNeverAFailureOfOurs(long seed) throws Exception {
        var fuzz = new Fuzz(seed, TEXTS);
        var types = List.of("message/rfc822", "text/plain", "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=b",
                "application/json", "nonsense");
        for (int n = 0; n < 100; n++) {
            check("POST", "/notifications/bounces?recipient=" + fuzz.text(), fuzz.bytes(300), fuzz.any(types));
        }
    }

    private void change(String path, byte[] body) throws Exception {
        check("POST", path, body, "application/json");
    }

    private void check(String verb, String path, byte[] body, String type) throws Exception {
        var key = path.startsWith("/notifications/bounces") ? "mail-server" : "operator";
        new FuzzedService(service).call(verb, path, body, "Authorization", "Bearer " + key, "Content-Type", type);
    }
}

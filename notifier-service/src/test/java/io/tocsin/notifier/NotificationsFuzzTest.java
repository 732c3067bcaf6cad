package io.tocsin.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.test.MutatedJson;
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

    private final HttpClient client = HttpClient.newHttpClient();

    /** The seed makes each run the same. */
    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3 })
    void readsAreNeverAFailureOfOurs(long seed) throws Exception {
        var random = new Random(seed);
        for (int n = 0; n < CALLS; n++) {
            var path = any(random, READS) + (random.nextInt(3) == 0 ? "/" + encoded(any(random, TEXTS)) : "");
            var query = IntStream.range(0, random.nextInt(4))
                    .mapToObj(i -> any(random, PARAMETERS) + "=" + encoded(any(random, TEXTS)))
                    .collect(Collectors.joining("&"));
            var verb = random.nextInt(5) == 0
                    ? any(random, List.of("DELETE", "PUT", "PATCH", "OPTIONS", "HEAD", "POST"))
                    : "GET";

            check(verb, path + "?" + query, new byte[0], "application/json");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = { 4, 5, 6 })
    void changesAreNeverAFailureOfOurs(long seed) throws Exception {
        var random = new Random(seed);
        var bodies = new MutatedJson(random);
        for (int n = 0; n < CALLS; n++) {
            var text = encoded(any(random, TEXTS));
            switch (random.nextInt(6)) {
                case 0 -> change("/notifications/suppressions?aid=" + any(random, List.of("12", "13", "99")),
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
        var random = new Random(seed);
        var types = List.of("message/rfc822", "text/plain", "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=b",
                "application/json", "nonsense");
        for (int n = 0; n < 100; n++) {
            var body = new byte[random.nextInt(300)];
            random.nextBytes(body);
            check("POST", "/notifications/bounces?recipient=" + encoded(any(random, TEXTS)), body, any(random, types));
        }
    }

    private void change(String path, byte[] body) throws IOException, InterruptedException {
        check("POST", path, body, "application/json");
    }

    private void check(String verb, String path, byte[] body, String type) throws IOException, InterruptedException {
        var key = path.startsWith("/notifications/bounces") ? "mail-server" : "operator";
        var request = HttpRequest.newBuilder(URI.create("http://" + service.getAuthority() + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", type)
                .method(verb, BodyPublishers.ofByteArray(body))
                .build();

        var answer = client.send(request, BodyHandlers.ofString());

        var what = "%s %s %s: %s".formatted(verb, path, new String(body, StandardCharsets.UTF_8), answer.body());
        assertThat(answer.statusCode()).as("%s", what).isBetween(200, 499);
        if (answer.statusCode() >= 400 && !verb.equals("HEAD")) {
            assertThat(answer.body()).as("%s", what).isNotBlank();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}

package io.tocsin.events.api.dynatrace;

import static io.tocsin.events.TestKeys.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.events.TestKeys;
import io.tocsin.test.Fuzz;
import io.tocsin.test.PostgresResource;

/** Calls which know the names of parameters and fields, and nothing of their values. The seed makes each run the same. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class DynatraceFuzzTest {

    private static final int CALLS = 400;

    private static final List<String> PATHS = List.of("/api/v1/events", "/e/11/api/v1/events", "/api/v2/events",
            "/platform/classic/environment-api/v2/events", "/api/v2/eventTypes", "/api/v2/eventProperties", "/api/v2/tags",
            "/e/11/api/v1/entity/infrastructure/hosts", "/e/11/api/v1/events/", "/e/x/api/v2/events");
    private static final List<String> PARAMETERS = List.of("from", "to", "relativeTime", "eventType", "entityId", "cursor",
            "eventSelector", "entitySelector", "pageSize", "nextPageKey", "key", "value", "fields", "");
    private static final List<String> FIELDS = List.of("eventType", "source", "attachRules", "start", "end", "timeoutMinutes",
            "allowDavisMerge", "timeseriesIds", "customProperties", "description", "title", "annotationType", "deploymentName",
            "startTime", "endTime", "timeout", "entitySelector", "properties", "tags", "entityIds", "tagRule", "meTypes",
            "context",
            "key", "value", "dt.event.source", "dt.event.description", "");
    private static final List<String> TEXTS = List.of("", " ", "0", "-1", "1", "9223372036854775807", "-9223372036854775808",
            "99999999999999999999", "253402300800000", "-62135596800001", "now", "now-1h", "now-999999999y", "now-1y/w", "now/",
            "2021-01-25T05:57", "0000-00-00T00:00", "+999999999-01-01T00:00Z", "1e400", "NaN", "true", "null", "CUSTOM_INFO",
            "ERROR_EVENT", "RESOURCE_CONTENTION", "MARKED_FOR_TERMINATION", "HOST-E4D1E5F46E239F21", "HOST-", "-", "\u0000",
            "\uD83D\uDD14", "\uFFFE", "'; drop table event", "%", "%s", "type(HOST)", "type(\"HOST\"),tag(\"a:b\\:c\")",
            "not(type(HOST))", "status(\"OPEN\")", "property.a.b(\"\")", "property. ( \"x\" )", "eventId(\"1\",\"-1_1\")",
            "((((((((((((", "\"", "~\"", "a(\"~~\")", "entityName.in(\"%\",\"_\")", "firstSeenTms.lt(now-9y)",
            "entityId(HOST-0123456789ABCDEF)", "AAAA.AAAA.AAAA", "....", "[AWS]a:b", "x".repeat(3000));

    @TestHTTPResource
    URI service;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3 })
    void readsAreNeverAFailureOfOurs(long seed) throws Exception {
        var fuzz = new Fuzz(seed, TEXTS);
        for (int n = 0; n < CALLS; n++) {
            var path = fuzz.any(PATHS) + (fuzz.oneIn(4) ? "/" + fuzz.text() : "") + "?" + fuzz.query(PARAMETERS);
            var verb = fuzz.oneIn(10) ? fuzz.any(List.of("DELETE", "PUT", "PATCH", "OPTIONS", "HEAD")) : "GET";

            check(call(path).method(verb, BodyPublishers.noBody()).build(), "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = { 4, 5, 6 })
    void postsAreNeverAFailureOfOurs(long seed) throws Exception {
        var fuzz = new Fuzz(seed, TEXTS);
        for (int n = 0; n < CALLS; n++) {
            var path = fuzz.any(List.of("/e/11/api/v1/events", "/api/v2/events/ingest", "/e/11/api/v2/tags?entitySelector="
                    + fuzz.text()));
            var body = fuzz.oneIn(20) ? fuzz.any(TEXTS) : plausible(fuzz);

            check(call(path).POST(BodyPublishers.ofString(body)).build(), "seed " + seed + " body " + body);
        }
    }

    private HttpRequest.Builder call(String target) {
        return HttpRequest.newBuilder(URI.create("http://" + service.getAuthority() + target))
                .header("Authorization", "Api-Token " + ALL);
    }

    private void check(HttpRequest request, String what) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).as("%s %s: %s", request, what, answer.body()).isBetween(200, 499);
        if (answer.statusCode() >= 400 && !request.method().equals("HEAD")) {
            var error = json.readTree(answer.body()).path("error");
            assertThat(error.path("code").asInt()).as("%s %s: %s", request, what, answer.body()).isEqualTo(answer.statusCode());
            assertThat(error.path("message").asText()).isNotBlank();
        }
    }

    /** Good enough that half of the calls get past the first check. */
    private static String plausible(Fuzz fuzz) {
        var fields = IntStream.range(0, fuzz.below(5))
                .mapToObj(n -> quoted(fuzz.any(FIELDS)) + ":" + value(fuzz, 3))
                .collect(Collectors.joining(","));
        return "{\"eventType\":\"" + fuzz.any(List.of("CUSTOM_INFO", "ERROR_EVENT")) + "\",\"source\":\"s\",\"title\":\"t\","
                + "\"attachRules\":{\"entityIds\":[\"HOST-E4D1E5F46E239F21\"]}" + (fields.isEmpty() ? "" : "," + fields) + "}";
    }

    private static String value(Fuzz fuzz, int depth) {
        return switch (fuzz.below(depth == 0 ? 5 : 8)) {
            case 0 -> "null";
            case 1 -> fuzz.any(List.of("true", "false"));
            case 2 -> fuzz.any(List.of("0", "-1", "1.5", "1e400", "-1e-400", "9223372036854775807",
                    "99999999999999999999999",
                    "1700000000000"));
            case 3, 4 -> quoted(fuzz.any(TEXTS));
            case 5 -> "[" + value(fuzz, depth - 1) + "," + value(fuzz, depth - 1) + "]";
            default -> "{" + quoted(fuzz.any(FIELDS)) + ":" + value(fuzz, depth - 1) + ","
                    + quoted(fuzz.any(TEXTS)) + ":" + value(fuzz, depth - 1) + "}";
        };
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\u0000", "\\u0000") + "\"";
    }
}

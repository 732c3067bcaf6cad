package io.tocsin.events.api.datadog;

import static io.tocsin.events.TestKeys.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.events.TestKeys;
import io.tocsin.events.api.datadog.RandomCalls.Call;
import io.tocsin.test.PostgresResource;

/**
 * Whatever is sent, there is no 5xx, and every refusal has the form of its endpoint. A failure names the seed, which
 * {@code -Dtocsin.fuzz.seed} repeats; {@code -Dtocsin.fuzz.calls} makes more of them.
 */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class DatadogFuzzTest {

    private static final int CALLS = Integer.getInteger("tocsin.fuzz.calls", 3000);

    @TestHTTPResource("/")
    URI service;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void whateverIsSentIsAnsweredInTheFormOfItsEndpoint() throws Exception {
        long seed = Long.getLong("tocsin.fuzz.seed", System.nanoTime());
        var calls = new RandomCalls(new Random(seed));
        var counts = new TreeMap<Integer, Integer>();

        for (int n = 0; n < CALLS; n++) {
            var call = calls.next();
            var answer = send(call);
            assertThat(complaint(call, answer)).as("seed %d, call %d: %s", seed, n, call).isEmpty();
            calls.learn(json.readTree(answer.body()));
            counts.merge(answer.statusCode(), 1, Integer::sum);
        }

        assertThat(counts).as("seed %d", seed).containsKeys(200, 202, 400, 404, 405);
    }

    /** What no URL parser of a client lets through, Quarkus refuses before anybody could word it. */
    @ParameterizedTest
    @ValueSource(strings = { "/api/v1/events?start=%zz&end=1", "/api/v1/events/%", "/api/v2/events?filter[query]=[",
            "/api/v2/events?%",
            "/api/v2/events/%zz", "/api/v2/events?filter%5Bquery%5D=%E", "/api/v1/events?start=1&end=\u00E9" })
    void aBrokenAddressIsRefusedToo(String path) throws IOException {
        assertThat(answerTo(path)).startsWith("HTTP/1.1 400 ");
    }

    private HttpResponse<String> send(Call call) throws IOException, InterruptedException {
        var body = call.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(call.body());
        var request = HttpRequest.newBuilder(URI.create(service.toString().replaceFirst("/$", "") + call.path()))
                .header("DD-API-KEY", ALL)
                .header("DD-APPLICATION-KEY", ALL)
                .header("Content-Type", "application/json")
                .method(call.method(), body)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** What is wrong with the answer; empty when nothing is. */
    private String complaint(Call call, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() >= 500) {
            return answer.statusCode() + " " + answer.body();
        }
        if (answer.body().isEmpty()) {
            return answer.statusCode() + " without a body";
        }
        var body = json.readTree(answer.body());
        if (answer.statusCode() < 300) {
            return body.has("errors") ? "a success with errors: " + body : "";
        }
        var created = call.method().equals("POST") && call.path().equals("/api/v2/events");
        return isRefusal(body, created, answer.statusCode()) ? "" : "not in the form of its endpoint: " + body;
    }

    private static boolean isRefusal(JsonNode body, boolean created, int status) {
        var errors = body.path("errors");
        if (!errors.isArray() || errors.isEmpty()) {
            return false;
        }
        for (var error : errors) {
            var fits = created
                    ? error.path("detail").isTextual() && error.path("status").asText().equals(Integer.toString(status))
                    : error.isTextual();
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private String answerTo(String path) throws IOException {
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            var request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nDD-API-KEY: " + ALL + "\r\nDD-APPLICATION-KEY: "
                    + ALL
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

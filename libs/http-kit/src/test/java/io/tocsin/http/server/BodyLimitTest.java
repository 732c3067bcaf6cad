package io.tocsin.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.http.app.IdentityProvider;

@QuarkusTest
@WithTestResource(IdentityProvider.class)
class BodyLimitTest {

    private static final int KIB = 1024;

    @TestHTTPResource
    URI base;

    @Test
    void aBodyWithinTheLimitIsTaken() throws Exception {
        var answer = post("/v7/things", BodyPublishers.ofByteArray(thing(1000 * KIB)));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void aBodyAnnouncedAsTooLargeIsRefusedInTheDialectOfItsPath() throws Exception {
        var answer = post("/v7/things", BodyPublishers.ofByteArray(thing(2048 * KIB)));
        var shouted = post("/api/things", BodyPublishers.ofByteArray(thing(2048 * KIB)));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"status\":413", "the 1048576 bytes");
        assertThat(shouted.body()).startsWith("{\"errors\":[\"THE REQUEST BODY IS");
    }

    @Test
    void theConnectionOfARefusedBodyServesTheNextCall() throws Exception {
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (var i = 0; i < 3; i++) {
            var refused = post(client, "/v7/things", BodyPublishers.ofByteArray(thing(2048 * KIB)));
            var taken = post(client, "/v7/things", BodyPublishers.ofByteArray(thing(KIB)));

            assertThat(refused.statusCode()).isEqualTo(413);
            assertThat(taken.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aBodyThatTurnsOutTooLargeIsRefusedToo() throws Exception {
        var http1 = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var http2 = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        for (var client : List.of(http1, http2)) {
            var refused = post(client, "/v7/things", unannounced(2048 * KIB));
            var taken = post(client, "/v7/things", unannounced(1000 * KIB));

            assertThat(refused.statusCode()).isEqualTo(413);
            assertThat(refused.body()).contains("\"status\":413");
            assertThat(taken.body()).isEqualTo("\"" + 1000 * KIB + "\"");
        }
    }

    private HttpResponse<String> post(String path, BodyPublisher body) throws IOException, InterruptedException {
        return post(HttpClient.newHttpClient(), path, body);
    }

    private HttpResponse<String> post(HttpClient client, String path, BodyPublisher body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(base.resolve(path)).header("Content-Type", "application/json").POST(body).build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static BodyPublisher unannounced(int size) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(thing(size)));
    }

    private static byte[] thing(int size) {
        return ("{\"name\":\"" + "x".repeat(size) + "\"}").getBytes(StandardCharsets.UTF_8);
    }
}

package io.tocsin.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = { "Content-Length: 50000000", "Transfer-Encoding: chunked" })
    void anEndlessBodyIsAnsweredEarlyAndNotReadToItsEnd(String length) throws Exception {
        var head = "POST /v7/things HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + length + "\r\n\r\n";
        var chunk = ("10000\r\n" + "x".repeat(64 * KIB) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            var out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            for (int sent = 0; sent < 20; sent++) {
                out.write(chunk);
            }
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

            assertThat(answer.readLine()).isEqualTo("HTTP/1.1 413 Request Entity Too Large");
            assertThat(answer.lines().takeWhile(line -> !line.isEmpty())).contains("Content-Type: application/problem+json");
            assertThatThrownBy(() -> sendOn(out, chunk)).isInstanceOf(IOException.class);
        }
    }

    private static void sendOn(OutputStream out, byte[] chunk) throws IOException {
        for (int sent = 0; sent < 50_000_000; sent += chunk.length) {
            out.write(chunk);
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

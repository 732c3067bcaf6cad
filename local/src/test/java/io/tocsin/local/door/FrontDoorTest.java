package io.tocsin.local.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.tocsin.local.process.CannotStart;
import io.tocsin.local.process.Ports;
import io.tocsin.local.service.Service;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

class FrontDoorTest {

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private FrontDoor door;

    @BeforeEach
    void open() {
        door = new FrontDoor(vertx, new WelcomePage(() -> "<h1>Welcome</h1>"));
        door.listen(0);
    }

    @AfterEach
    void close() {
        door.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void requestsReachTheServiceWithTheirBodies() throws Exception {
        door.route(Service.EVENTS, List.of(echo("events")));

        var answer = send(request("/api/v1/events?x=%20y").POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("events POST /api/v1/events?x=%20y {}");
    }

    @Test
    void whatTheCallerClaimsAboutItselfIsDropped() throws Exception {
        door.route(Service.EVENTS, List.of(start(request -> request.response()
                .end(request.headers().getAll("X-Forwarded-For") + " " + request.getHeader("X-Forwarded-Proto") + " "
                        + request.getHeader("X-Forwarded-Host") + " " + request.getHeader("Forwarded")))));

        var answer = send(request("/api").header("X-Forwarded-For", "6.6.6.6")
                .header("X-Forwarded-Proto", "https")
                .header("Forwarded", "for=6.6.6.6"));

        assertThat(answer.body()).isEqualTo("[127.0.0.1] http localhost:" + door.url().getPort() + " null");
    }

    @Test
    void replicasTakeTurnsAndOneThatIsDownIsPassedOver() throws Exception {
        var down = URI.create("http://127.0.0.1:" + Ports.free());
        door.route(Service.ALERTS, List.of(echo("one"), down, echo("two")));

        var answers = IntStream.range(0, 6)
                .mapToObj(i -> body("/v7/alerts"))
                .map(body -> body.split(" ")[0])
                .toList();

        assertThat(answers).containsOnly("one", "two").contains("one", "two");
    }

    @Test
    void aServiceThatIsDownIsTemporarilyUnavailable() throws Exception {
        door.route(Service.AUDIT, List.of(URI.create("http://127.0.0.1:" + Ports.free())));

        var answer = send(request("/v7/audit-user-events").POST(BodyPublishers.ofString("x".repeat(300_000))));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        assertThat(new JsonObject(answer.body()).getString("detail")).contains("Nothing was done");
    }

    @Test
    void aServiceThatDiesBeforeItAnswersLeavesTheOutcomeOpen() throws Exception {
        door.route(Service.AUDIT, List.of(start(request -> request.connection().close())));

        var answer = send(request("/v7/audit-user-events"));

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(new JsonObject(answer.body()).getString("detail")).contains("may or may not");
    }

    @Test
    void anAnswerThatComesBeforeTheEndOfALargeBodyIsPassedOn() throws Exception {
        door.route(Service.EVENTS, List.of(start(request -> request.response().setStatusCode(413).end("too large"))));

        var answer = send(request("/api/v1/events").POST(BodyPublishers.ofString("x".repeat(2 << 20))));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void whatIsNotServedIsNotFound() throws Exception {
        assertThat(send(request("/inbox")).statusCode()).isEqualTo(404);
        assertThat(send(request("/")).body()).isEqualTo("<h1>Welcome</h1>");
    }

    @Test
    void aPortInUseIsNamedWithAWayOut() {
        var port = door.url().getPort();

        assertThatThrownBy(() -> new FrontDoor(vertx, new WelcomePage(() -> "")).listen(port))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("Port " + port + " is in use")
                .hasMessageContaining("--port");
    }

    private URI echo(String name) {
        return start(request -> request.body()
                .onSuccess(body -> request.response()
                        .end(name + " " + request.method() + " " + request.uri() + " " + body)));
    }

    private URI start(Handler<HttpServerRequest> handler) {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(handler)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + door.url().getPort() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private String body(String path) {
        try {
            return send(request(path)).body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

package io.tocsin.outbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

import org.eclipse.microprofile.config.ConfigProvider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Stands between the relay and the inbox of the test application, which is every destination. It lets requests through
 * until a test tells it what to do instead.
 */
public class Gate implements QuarkusTestResourceLifecycleManager {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Map<String, Keeper> KEEPERS = new ConcurrentHashMap<>();

    private HttpServer server;

    /** Answers one request, by itself or with what the inbox says. */
    public interface Keeper {

        Answer answer(Request request) throws IOException;
    }

    public record Request(String destination, byte[] body, String credential) {

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** What the inbox says. */
        public Answer pass() throws IOException {
            var port = ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class);
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/inbox"))
                    .header("Content-Type", "application/cloudevents-batch+json")
                    .header("Authorization", credential)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            try {
                var response = CLIENT.send(request, BodyHandlers.ofByteArray());
                return new Answer(response.statusCode(), response.body(), Map.of());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public record Answer(int status, byte[] body, Map<String, String> headers) {

        public static Answer of(int status) {
            return new Answer(status, new byte[0], Map.of());
        }

        public Answer with(String header, String value) {
            return new Answer(status, body, Map.of(header, value));
        }
    }

    public static void guard(String destination, Keeper keeper) {
        KEEPERS.put(destination, keeper);
    }

    public static void open() {
        KEEPERS.clear();
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", Gate::answer);
        server.start();
        var url = "http://localhost:" + server.getAddress().getPort();
        return Map.of(
                "tocsin.outbox.destinations.first-service", url + "/first-service",
                "tocsin.outbox.destinations.second-service", url + "/second-service/");
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var destination = exchange.getRequestURI().getPath().split("/")[1];
            var request = new Request(destination, exchange.getRequestBody().readAllBytes(),
                    exchange.getRequestHeaders().getFirst("Authorization"));
            var answer = KEEPERS.getOrDefault(destination, Request::pass).answer(request);
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}

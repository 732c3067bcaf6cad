package io.tocsin.e2e.api;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

import io.tocsin.local.key.ApiKey;

/** Many events as fast as they go. */
public final class Storm {

    private static final int CONNECTIONS = 512;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Semaphore connections = new Semaphore(CONNECTIONS);
    private final URI url;
    private final ApiKey key;
    private final String tag;

    private Storm(URI url, ApiKey key, String tag) {
        this.url = url;
        this.key = key;
        this.tag = tag;
    }

    /** @param retryAfter the header, null when there is none */
    public record Answer(String title, int status, String retryAfter) {

        public boolean isAccepted() { return status == 202; }

        /** Told to come back later counts only with a time. */
        public boolean isAcceptedOrPutOff() {
            return isAccepted() || (status == 429 || status == 503) && retryAfter != null;
        }
    }

    /** Posts events titled 0, 1, ... with this tag, and returns all answers. */
    public static List<Answer> of(int events, URI url, ApiKey key, String tag) {
        var storm = new Storm(url, key, tag);
        var answers = IntStream.range(0, events).mapToObj(storm::post).toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<Answer> post(int number) {
        var title = "event " + number;
        var body = "{\"title\": \"%s\", \"text\": \"storm\", \"alert_type\": \"error\", \"tags\": [\"%s\"]}".formatted(title,
                tag);
        var request = HttpRequest.newBuilder(url.resolve("/api/v1/events"))
                .timeout(TIMEOUT)
                .header("DD-API-KEY", key.value())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        connections.acquireUninterruptibly();
        return client.sendAsync(request, BodyHandlers.discarding())
                .whenComplete((answer, failure) -> connections.release())
                .thenApply(answer -> answer(title, answer));
    }

    private static Answer answer(String title, HttpResponse<Void> response) {
        return new Answer(title, response.statusCode(), response.headers().firstValue("Retry-After").orElse(null));
    }
}

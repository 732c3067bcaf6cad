package io.tocsin.benchmarks.workbench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** Single calls through the front door, as a client makes them. */
public record Api(HttpClient client, URI url, String key) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public static Api of(URI url, String key) {
        return new Api(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), url, key);
    }

    public void postEvent(String json) throws IOException, InterruptedException {
        post("/api/v1/events", "DD-API-KEY", key, json, 202);
    }

    /** Dynatrace's push, which makes an event for each entity. */
    public void pushEvents(String json) throws IOException, InterruptedException {
        post("/api/v1/events", "Authorization", "Api-Token " + key, json, 200);
    }

    public void createRule(String json) throws IOException, InterruptedException {
        post("/v7/alerts/rules", "Authorization", "Bearer " + key, json, 201);
    }

    public void postResults(String json) throws IOException, InterruptedException {
        post("/v7/test-results", "Authorization", "Bearer " + key, json, 200);
    }

    /** @param protobuf an {@code ExportMetricsServiceRequest} */
    public void exportMetrics(byte[] protobuf) throws IOException, InterruptedException {
        post(request("/v1/metrics", "Authorization", "Bearer " + key)
                .header("Content-Type", "application/x-protobuf")
                .POST(BodyPublishers.ofByteArray(protobuf))
                .build(), 200);
    }

    /** The newest hundred, as Datadog's v2 finds them; returns the size of the answer. */
    public int search(String query, Instant from, Instant until) throws IOException {
        return get("/api/v2/events?filter%5Bquery%5D=" + URLEncoder.encode(query, StandardCharsets.UTF_8)
                + "&filter%5Bfrom%5D=" + from.toEpochMilli() + "&filter%5Bto%5D=" + until.toEpochMilli()
                + "&page%5Blimit%5D=100").length();
    }

    /**
     * Any GET, with what each of the dialects asks for; returns the answer. By the thread which asks and no other, as a client of
     * PostgreSQL does it: what is measured against such a one must not wait for more threads to wake.
     */
    public String get(String path) throws IOException {
        var connection = (HttpURLConnection) url.resolve(path).toURL().openConnection();
        connection.setReadTimeout((int) PATIENCE.toMillis());
        connection.setRequestProperty("DD-API-KEY", key);
        connection.setRequestProperty("DD-APPLICATION-KEY", key);
        connection.setRequestProperty("Authorization", "Bearer " + key);
        if (connection.getResponseCode() != 200) {
            throw new IOException("GET " + path + " was answered " + connection.getResponseCode() + ": " + connection
                    .getResponseMessage());
        }
        try (var body = connection.getInputStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void post(String path, String header, String credential, String json, int expected)
            throws IOException, InterruptedException {
        post(request(path, header, credential)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build(), expected);
    }

    private HttpRequest.Builder request(String path, String header, String credential) {
        return HttpRequest.newBuilder(url.resolve(path))
                .timeout(PATIENCE)
                .header(header, credential);
    }

    private void post(HttpRequest request, int expected) throws IOException, InterruptedException {
        var response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != expected) {
            throw new IOException("POST " + request.uri().getPath() + " was answered " + response.statusCode() + ": " + response
                    .body());
        }
    }
}

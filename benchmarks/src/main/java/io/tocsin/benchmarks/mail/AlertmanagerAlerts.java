package io.tocsin.benchmarks.mail;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.tocsin.benchmarks.workbench.SampleEvent;

/** Alerts as Prometheus posts them. Each has labels of its own, so that it makes a group and a mail of its own. */
final class AlertmanagerAlerts implements AlertSystem {

    /** As many as Prometheus sends in one request ({@code maxBatchSize} of its notifier is 64). */
    private static final int BATCH = 64;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI alerts;

    AlertmanagerAlerts(URI url) {
        this.alerts = url.resolve("/api/v2/alerts");
    }

    @Override
    public String name() {
        return "Alertmanager";
    }

    @Override
    public String recipient(int number) {
        return "on-call-" + number + "@tocsin.example";
    }

    @Override
    public void open(int number) throws IOException, InterruptedException {
        post(number, number + 1);
    }

    /** Not needed: the next alert is another one. */
    @Override
    public void clear(int number) {}

    @Override
    public void openMany(int first, int count) throws IOException, InterruptedException {
        for (var from = first; from < first + count; from += BATCH) {
            post(from, Math.min(from + BATCH, first + count));
        }
    }

    private void post(int from, int until) throws IOException, InterruptedException {
        var json = IntStream.range(from, until).mapToObj(this::json).collect(Collectors.joining(",", "[", "]"));
        var request = HttpRequest.newBuilder(alerts)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        var response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("POST /api/v2/alerts was answered " + response.statusCode() + ": " + response.body());
        }
    }

    private String json(int number) {
        return """
                {"labels":{"alertname":"Benchmark %d","host":"web-%d","severity":"major","env":"prod","recipient":"%s"},
                 "annotations":{"summary":"Disk full","description":"%s"}}
                """.formatted(number, number, recipient(number), SampleEvent.TEXT);
    }
}

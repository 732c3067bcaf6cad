package io.tocsin.local.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.tocsin.local.process.CannotStart;
import io.vertx.core.json.JsonObject;

/**
 * {@code check}: makes a rule, posts an event that matches it, waits for the mail, and takes the rule away again. What {@code helm test}
 * runs; the key stands in the environment variable TOCSIN_KEY.
 */
final class Check {

    private static final Set<String> OPTIONS = Set.of("--events", "--alerts", "--mailbox", "--seconds");
    private static final Duration PAUSE = Duration.ofMillis(500);

    private static final String RULE = """
            {"ruleName": "%1$s", "alertType": "event", "severity": "minor",
             "expression": "events(\\"host:%1$s\\").rollup(\\"count\\").by(\\"host\\").last(\\"5m\\") >= 1",
             "roundsViolatingRequired": 1, "roundsViolatingOutOf": 1,
             "notifications": {"email": {"recipients": ["check@example.org"]}}}""";

    private static final String EVENT = """
            {"title": "%1$s", "text": "Posted by a check of this installation.", "alert_type": "error", "host": "%1$s"}""";

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final String name = "check-" + UUID.randomUUID();
    private final String events;
    private final String alerts;
    private final String mailbox;
    private final Duration patience;
    private final String key;

    Check(List<String> words) {
        var arguments = Arguments.parse(words, OPTIONS);
        events = arguments.require("--events");
        alerts = arguments.require("--alerts");
        mailbox = arguments.require("--mailbox");
        patience = Duration.ofSeconds(Long.parseLong(arguments.get("--seconds").orElse("120")));
        key = System.getenv("TOCSIN_KEY");
        if (key == null) {
            throw new UsageError("TOCSIN_KEY is not set.");
        }
    }

    void run() {
        var rule = new JsonObject(send("POST", alerts + "/v7/alerts/rules", RULE.formatted(name))).getValue("ruleId");
        try {
            send("POST", events + "/api/v1/events", EVENT.formatted(name));
            awaitMail();
            System.out.println("An event was posted, and its mail has arrived.");
        } finally {
            send("DELETE", alerts + "/v7/alerts/rules/" + rule, "");
        }
    }

    private void awaitMail() {
        var end = System.nanoTime() + patience.toNanos();
        while (!send("GET", mailbox + "/api/messages", "").contains(name)) {
            if (System.nanoTime() > end) {
                throw new CannotStart("No mail about " + name + " has arrived within " + patience.toSeconds()
                        + " s. /notifications/deliveries says where it is.");
            }
            pause();
        }
    }

    private String send(String method, String url, String body) {
        var request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + key)
                .header("DD-API-KEY", key)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new CannotStart(method + " " + url + " was answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new CannotStart(method + " " + url + " was not answered (" + e.getMessage() + ").", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The check was interrupted.", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.tocsin.local.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a service whether it is ready, as Kubernetes would. */
final class ReadinessProbe {

    private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final HttpRequest request;

    ReadinessProbe(URI management) {
        request = HttpRequest.newBuilder(management.resolve("/q/health/ready")).timeout(Duration.ofSeconds(5)).build();
    }

    /** Takes a moment when the answer is no. */
    boolean isReady() {
        try {
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200 || pause();
        } catch (IOException e) {
            return pause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}

package io.tocsin.events.api.datadog;

import static io.tocsin.events.TestKeys.ALL;
import static io.tocsin.events.api.datadog.DatadogCalls.find;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.events.TestDatabase;
import io.tocsin.events.TestKeys;
import io.tocsin.test.HangingUp;
import io.tocsin.test.PostgresResource;

/** Clients that hang up with requests under way cost nobody anything. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class HangUpTest {

    private static final int BURSTS = 3;
    private static final int CLIENTS = 64;

    @TestHTTPResource
    URI service;

    @Inject
    MeterRegistry registry;

    @Inject
    TestDatabase database;

    private final String tag = "run:" + UUID.randomUUID();

    @Test
    void callsAreAnsweredAfterBurstsOfClientsThatHangUpWhileTheirEventIsBeingStored() throws Exception {
        for (int burst = 0; burst < BURSTS; burst++) {
            hangUpWhileTheDatabaseIsBusy(post(), read());
        }

        var posted = DatadogCalls.post("{\"title\": \"a\", \"text\": \"b\"}");

        posted.then().statusCode(202);
        find(posted.jsonPath().getString("event.id_str")).then().statusCode(200);
        assertThat(database.events(tag)).isEqualTo((long) BURSTS * CLIENTS);
        assertThat(database.messages(tag)).isEqualTo((long) BURSTS * CLIENTS);
    }

    @Test
    void aRequestThatNeverEndsIsForgotten() throws IOException {
        for (int burst = 0; burst < BURSTS; burst++) {
            hangingUp(post().substring(0, post().length() - 5)).close();
        }

        DatadogCalls.post("{\"title\": \"a\", \"text\": \"b\"}").then().statusCode(202);
        assertThat(database.events(tag)).isZero();
    }

    private void hangUpWhileTheDatabaseIsBusy(String post, String read) throws Exception {
        try (var held = database.lock()) {
            try (var posting = hangingUp(post); var reading = hangingUp(read)) {
                await().until(() -> waiting() == CLIENTS);
            }
        }
        await().until(() -> waiting() == 0);
    }

    private HangingUp hangingUp(String request) throws IOException {
        return new HangingUp(service, CLIENTS, request);
    }

    private int waiting() {
        return (int) registry.get("tocsin.events.waiting").gauge().value();
    }

    private String post() {
        var body = "{\"title\": \"a\", \"text\": \"b\", \"tags\": [\"" + tag + "\"]}";
        return "POST /api/v1/events HTTP/1.1\r\n" + headers(body.length()) + body;
    }

    private static String read() {
        return "GET /api/v1/events?start=1&end=9999999999 HTTP/1.1\r\n" + headers(0);
    }

    private static String headers(int length) {
        return "Host: localhost\r\nDD-API-KEY: " + ALL + "\r\nDD-APPLICATION-KEY: " + ALL
                + "\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n";
    }
}

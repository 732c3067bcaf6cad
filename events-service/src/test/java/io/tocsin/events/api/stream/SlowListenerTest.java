package io.tocsin.events.api.stream;

import static io.tocsin.events.TestKeys.ALL;
import static io.tocsin.events.TestKeys.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tocsin.events.TestDatabase;
import io.tocsin.events.TestKeys;
import io.tocsin.events.TestListener;
import io.tocsin.test.PostgresResource;

/** A real connection whose client reads nothing, while more is to be told than all buffers of the machine hold. */
@QuarkusTest
@TestProfile(ImpatientFeed.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class SlowListenerTest {

    private static final int EVENTS = 600;
    private static final String BULK = "x".repeat(20_000);
    private static final Pattern NUMBER = Pattern.compile("\"title\":\"[^\"]* (\\d+) x");
    private static final Pattern PLACE = Pattern.compile("(?m)^id: (\\S+)$");

    @TestHTTPResource
    URI root;

    @Inject
    TestDatabase database;

    @Inject
    MeterRegistry registry;

    private final String word = UUID.randomUUID().toString();

    @Test
    void whoReadsNothingIsCutHurtsNobodyAndMissesNothingWhenItComesBack() throws Exception {
        try (var slow = new Socket(); var quick = listen(null)) {
            slow.setReceiveBufferSize(4096);
            slow.setSoTimeout(20_000);
            slow.connect(new InetSocketAddress(root.getHost(), root.getPort()));
            slow.getOutputStream().write(call().getBytes(StandardCharsets.US_ASCII));
            await().until(() -> listening() == 2);

            writeAll();
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(quick.events()).hasSize(EVENTS));
            await().until(() -> tooSlow() == 1);
            var taken = readRest(slow);

            var heard = numbers(taken);
            assertThat(heard).hasSizeLessThan(EVENTS);
            try (var again = listen(lastPlace(taken))) {
                await().untilAsserted(() -> assertThat(again.events()).hasSize(EVENTS - heard.size()));
                heard.addAll(numbers(String.join("\n", again.events())));
            }
            assertThat(heard).containsExactlyElementsOf(IntStream.range(0, EVENTS).boxed().toList());
            assertThat(numbers(String.join("\n", quick.events()))).containsExactlyElementsOf(heard);
        }
        await().until(() -> listening() == 0);
    }

    private TestListener listen(String place) {
        return TestListener.open(URI.create(root.toString().replaceFirst("/$", "")), ALL, place, "query", "\"" + word + "\"");
    }

    private String call() {
        return "GET /events/stream?query=%22" + word
                + "%22 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer " + ALL
                + "\r\n\r\n";
    }

    private void writeAll() {
        try (var commits = database.commits()) {
            for (var number = 0; number < EVENTS; number++) {
                commits.write(SCOPE, word + " " + number + " " + BULK).commit();
            }
        }
    }

    /** What still waits on the way, to the end or to where the connection was cut. */
    private static String readRest(Socket socket) throws IOException {
        var text = new StringBuilder();
        var chunk = new byte[65_536];
        try {
            for (var length = socket.getInputStream().read(chunk); length >= 0; length = socket.getInputStream().read(chunk)) {
                text.append(new String(chunk, 0, length, StandardCharsets.US_ASCII));
            }
        } catch (IOException cut) {
            // so much was taken
        }
        return withoutHalfAnEvent(text.toString().replaceAll("\r\n[0-9a-f]+\r\n", ""));
    }

    private static String withoutHalfAnEvent(String text) {
        return text.substring(0, text.lastIndexOf("\n\n"));
    }

    private static List<Integer> numbers(String text) {
        return new ArrayList<>(NUMBER.matcher(text)
                .results()
                .map((MatchResult found) -> Integer.valueOf(found.group(1)))
                .toList());
    }

    private static String lastPlace(String text) {
        return PLACE.matcher(text).results().reduce((first, second) -> second).orElseThrow().group(1);
    }

    private int listening() {
        return (int) registry.get("tocsin.events.stream.listeners").gauge().value();
    }

    private double tooSlow() {
        return registry.get("tocsin.events.stream.ended").tag("reason", "too_slow").counter().count();
    }
}

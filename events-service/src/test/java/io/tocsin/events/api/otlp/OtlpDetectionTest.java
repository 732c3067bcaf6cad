package io.tocsin.events.api.otlp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.tocsin.detection.component.Component;
import io.tocsin.detection.component.EventType;
import io.tocsin.events.TestKeys;
import io.tocsin.events.detection.DetectedEvents;
import io.tocsin.events.detection.FoundEvent.State;
import io.tocsin.events.detection.FoundQuery;
import io.tocsin.events.detection.run.Replicas;
import io.tocsin.model.Scope;
import io.tocsin.test.PostgresResource;

/** A server's fault of two hours ago, as an OpenTelemetry Collector tells of it now. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class OtlpDetectionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Scope SCOPE = new Scope("umbrella", "11");
    private static final String PROTOBUF = "application/x-protobuf";
    private static final RestAssuredConfig BINARY = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs(PROTOBUF, ContentType.BINARY));

    private static final int MINUTES = 140;
    private static final int DOWN_FROM = 100;
    private static final int DOWN_UNTIL = 120;

    @Inject
    Replicas replicas;

    @Inject
    DetectedEvents events;

    private final String site = UUID.randomUUID() + ".example";
    private final Instant begin = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofMinutes(4 * 60));

    @Test
    void metricsOfTheirOwnTimesBecomeAResolvedTargetEvent() {
        for (int agent = 0; agent < 4; agent++) {
            post(rounds("agent-" + agent));
        }

        replicas.start(SCOPE.organization(), Clock.fixed(at(MINUTES), ZoneOffset.UTC)).poll();

        var query = new FoundQuery(SCOPE, begin, at(MINUTES), Optional.empty());
        assertThat(events.list(query, Optional.empty(), 10).await().atMost(PATIENCE)).singleElement().satisfies(event -> {
            assertThat(event.component()).isEqualTo(new Component(EventType.TARGET, host(2)));
            assertThat(event.state()).isEqualTo(State.RESOLVED);
            assertThat(event.startedAt()).isEqualTo(at(DOWN_FROM));
            assertThat(event.endedAt()).isEqualTo(at(DOWN_UNTIL - 1));
        });
    }

    private byte[] rounds(String agent) {
        var batch = new OtlpBatch();
        for (int server = 0; server < 4; server++) {
            batch.ofResource(Map.of("thousandeyes.test.id", server + "-" + site, "thousandeyes.test.type", "http-server",
                    "thousandeyes.source.agent.id", agent, "server.address", host(server), "server.port", "443"));
            for (int minute = 0; minute < MINUTES; minute++) {
                var down = server == 2 && minute >= DOWN_FROM && minute < DOWN_UNTIL;
                batch.measured("http.server.request.availability", "%", down ? 0 : 100, at(minute), Map.of());
            }
        }
        return batch.protobuf();
    }

    /** Two servers of each domain. */
    private String host(int server) {
        return "www" + server + ".shop" + server / 2 + "-" + site;
    }

    private Instant at(int minute) {
        return begin.plus(Duration.ofMinutes(minute));
    }

    private static void post(byte[] body) {
        given().config(BINARY)
                .header("Authorization", "Bearer " + TestKeys.OTHER_ORGANIZATION)
                .contentType(PROTOBUF)
                .body(body)
                .post("/v1/metrics")
                .then()
                .statusCode(200);
    }
}

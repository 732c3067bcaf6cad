package io.tocsin.e2e.stories;

import static io.tocsin.e2e.domain.ARule.aRule;
import static io.tocsin.e2e.domain.Names.address;
import static io.tocsin.e2e.domain.Names.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.tocsin.e2e.api.Story;
import io.tocsin.e2e.api.Tocsin;
import io.tocsin.e2e.api.TraceCollector.Span;

@Story
class TraceStory {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void oneTraceFollowsAnEventFromItsPostToItsMail(Tocsin tocsin) {
        var fire = unique("fire");
        var trace = UUID.randomUUID().toString().replace("-", "");
        tocsin.rules().create(aRule(fire).matching("fire:" + fire).telling(address(fire)));

        tocsin.http()
                .datadog()
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .body("{\"title\": \"Fire\", \"text\": \"Fire\", \"tags\": [\"fire:" + fire + "\"]}")
                .post("/api/v1/events")
                .then()
                .statusCode(202);

        tocsin.smtp().awaitMailsTo(address(fire), 1);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(tocsin.traces().trace(trace))
                        .extracting(Span::service)
                        .contains("events-service", "alerts-service", "notifier-service"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(tocsin.traces().trace(trace))
                        .anySatisfy(span -> assertThat(span.name()).containsIgnoringCase("smtp")));
    }
}

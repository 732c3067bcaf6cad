package io.tocsin.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.tocsin.test.PostgresResource;
import io.tocsin.test.SmtpResource;

/** One trace runs from the posted event to the mail server. */
@QuarkusTest
@TestProfile(SmtpTraceTest.Traced.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(SmtpResource.class)
class SmtpTraceTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String POST = "b7ad6b7169203331";

    @Inject
    Spans spans;

    @Test
    void theConversationWithTheMailServerIsTheLastSpanOfTheTrace() {
        var ann = Given.somebody();

        Given.alert("disk full").to(ann).tracedBy("00-" + TRACE + "-" + POST + "-01").triggered();

        var span = Awaitility.await("span").until(() -> spans.named("smtp send"), found -> !found.isEmpty()).get(0);
        assertThat(span.getSpanContext().getTraceId()).isEqualTo(TRACE);
        assertThat(span.getParentSpanContext().isValid()).isTrue();
        assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
        assertThat(span.getAttribute(AttributeKey.longKey("smtp.reply.code"))).isEqualTo(250);
        assertThat(span.getAttributes().toString()).doesNotContain(ann);
    }

    public static final class Traced implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() { return Map.of("quarkus.otel.sdk.disabled", "false"); }
    }

    /** Keeps the spans that ended. */
    @ApplicationScoped
    public static class Spans implements SpanProcessor {

        private final List<ReadableSpan> ended = new CopyOnWriteArrayList<>();

        List<ReadableSpan> named(String name) {
            return ended.stream().filter(span -> span.getName().equals(name)).toList();
        }

        @Override
        public void onStart(Context parent, ReadWriteSpan span) {
            // only ended spans count
        }

        @Override
        public boolean isStartRequired() { return false; }

        @Override
        public void onEnd(ReadableSpan span) {
            ended.add(span);
        }

        @Override
        public boolean isEndRequired() { return true; }
    }
}

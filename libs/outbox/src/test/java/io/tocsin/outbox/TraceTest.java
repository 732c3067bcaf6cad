package io.tocsin.outbox;

import static io.tocsin.outbox.World.FIRST;
import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.outbox.relay.Relay;

@QuarkusTest
@WithOutbox
class TraceTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";
    private static final String CONTEXT = "00-" + TRACE + "-" + SPAN + "-01";
    private static final String OTHER_TRACE = "11111111111111111111111111111111";
    private static final String OTHER_CONTEXT = "00-" + OTHER_TRACE + "-2222222222222222-01";
    private static final String UNSAMPLED_CONTEXT = "00-33333333333333333333333333333333-4444444444444444-00";

    @Inject
    World world;
    @Inject
    Relay relay;
    @Inject
    Chain chain;
    @Inject
    Telemetry telemetry;

    @BeforeEach
    void start() {
        world.reset();
        chain.received().clear();
        telemetry.clear();
    }

    /** A message which leads to a second and that to a third one. */
    private static OutgoingMessage link(String subject, String trace) {
        return new OutgoingMessage(UUID.randomUUID(), FIRST, Chain.TYPE, subject, "2", trace,
                Instant.parse("2026-11-22T06:30:00Z"));
    }

    private void bringAll() {
        while (await(relay::runOnce) > 0) {
            assertThat(chain.received().size()).isLessThan(20);
        }
    }

    private Stream<String> traces(String subject) {
        return chain.received()
                .stream()
                .filter(message -> message.subject().equals(subject))
                .map(message -> message.traceParent().substring(3, 35));
    }

    private List<SpanData> spans(SpanKind kind) {
        return telemetry.spans().stream().filter(span -> span.getKind() == kind).toList();
    }

    @Test
    void oneTraceRunsThroughAllMessages() {
        world.send(List.of(link("alone", CONTEXT)));

        bringAll();

        assertThat(traces("alone")).containsExactly(TRACE, TRACE, TRACE);
    }

    @Test
    void eachStepIsASpanBelowTheOneBefore() {
        world.send(List.of(link("steps", CONTEXT)));

        bringAll();

        var steps = spans(SpanKind.CONSUMER);
        assertThat(steps).extracting(SpanData::getTraceId).containsExactly(TRACE, TRACE, TRACE);
        assertThat(steps).extracting(SpanData::getParentSpanId)
                .containsExactly(SPAN, steps.get(0).getSpanId(), steps.get(1).getSpanId());
        assertThat(chain.received().get(0).traceParent()).contains(steps.get(0).getSpanId());
    }

    @Test
    void messagesHandledTogetherKeepTheirOwnTraces() {
        world.send(List.of(link("a", CONTEXT), link("b", OTHER_CONTEXT)));

        bringAll();

        assertThat(traces("a")).containsExactly(TRACE, TRACE, TRACE);
        assertThat(traces("b")).containsExactly(OTHER_TRACE, OTHER_TRACE, OTHER_TRACE);
    }

    @Test
    void aRequestIsLinkedWithTheTracesOfItsMessages() {
        world.send(List.of(link("a", CONTEXT), link("b", OTHER_CONTEXT)));

        await(relay::runOnce);

        assertThat(spans(SpanKind.PRODUCER)).singleElement()
                .satisfies(span -> assertThat(span.getLinks()).extracting(link -> link.getSpanContext().getTraceId())
                        .containsExactly(TRACE, OTHER_TRACE));
    }

    @Test
    void aTraceThatIsNotSampledGoesOnUnsampled() {
        world.send(List.of(link("unsampled", UNSAMPLED_CONTEXT)));

        bringAll();

        assertThat(chain.received()).extracting(IncomingMessage::traceParent)
                .allMatch(context -> context.startsWith("00-33333333333333333333333333333333-") && context.endsWith("-00"));
        assertThat(spans(SpanKind.CONSUMER)).isEmpty();
    }

    @Test
    void aMessageWithoutATraceIsDeliveredAllTheSame() {
        world.send(List.of(link("none", null), link("nonsense", "nonsense")));

        bringAll();

        assertThat(chain.received()).hasSize(6);
    }
}

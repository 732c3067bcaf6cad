package io.tocsin.outbox.relay;

import java.util.List;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.tocsin.outbox.OutgoingMessage;
import io.tocsin.outbox.TraceParent;

/** One span per request to an inbox. It belongs to no message's trace, as it carries many; links lead to all of them. */
@Singleton
class DeliverySpans {

    private final Tracer tracer;

    DeliverySpans(OpenTelemetry telemetry) {
        tracer = telemetry.getTracer("io.tocsin.outbox");
    }

    Uni<Reply> around(String destination, List<OutgoingMessage> messages, Supplier<Uni<? extends Reply>> delivery) {
        var span = start(destination, messages);
        var scope = Context.current().with(span).makeCurrent();
        return Uni.createFrom()
                .deferred(delivery)
                .invoke(reply -> judge(span, reply))
                .onTermination()
                .invoke(scope::close)
                .onTermination()
                .invoke(span::end);
    }

    private Span start(String destination, List<OutgoingMessage> messages) {
        var builder = tracer.spanBuilder("send " + destination)
                .setSpanKind(SpanKind.PRODUCER)
                .setNoParent()
                .setAttribute("messaging.system", "tocsin")
                .setAttribute("messaging.destination.name", destination)
                .setAttribute("messaging.batch.message_count", messages.size());
        messages.stream()
                .map(OutgoingMessage::traceParent)
                .distinct()
                .forEach(cause -> builder.addLink(Span.fromContext(TraceParent.context(cause)).getSpanContext()));
        return builder.startSpan();
    }

    private static void judge(Span span, Reply reply) {
        if (reply instanceof Reply.Failed failed) {
            span.setStatus(StatusCode.ERROR, failed.error());
        }
    }
}

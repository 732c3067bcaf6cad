package io.tocsin.outbox.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.tocsin.outbox.IncomingMessage;
import io.tocsin.outbox.TraceParent;

/**
 * Continues the trace of each message, linked with the request that brought it: one trace leads from the first request
 * to the last effect, through however many services. With tracing off the trace context is passed on as it came.
 */
@Singleton
class MessageSpans {

    private final Tracer tracer;

    MessageSpans(OpenTelemetry telemetry) {
        tracer = telemetry.getTracer("io.tocsin.outbox");
    }

    /** Runs the handling of these messages within a span each; they carry the context of theirs. */
    Uni<Void> around(List<IncomingMessage> messages, Function<List<IncomingMessage>, Uni<Void>> handling) {
        var spans = new ArrayList<Span>(messages.size());
        var traced = new ArrayList<IncomingMessage>(messages.size());
        for (var message : messages) {
            var span = start(message);
            spans.add(span);
            traced.add(message.in(TraceParent.of(span.getSpanContext())));
        }
        return within(spans, () -> handling.apply(traced))
                .onItemOrFailure()
                .invoke((done, failure) -> spans.forEach(span -> end(span, failure)));
    }

    private Span start(IncomingMessage message) {
        return tracer.spanBuilder("process " + message.type())
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(TraceParent.context(message.traceParent()))
                .addLink(Span.current().getSpanContext())
                .setAttribute("messaging.system", "tocsin")
                .setAttribute("messaging.message.id", message.id().toString())
                .setAttribute("tocsin.source", message.source())
                .startSpan();
    }

    /** The context of a single message is current while it is handled; among several none is the right one. */
    private static Uni<Void> within(List<Span> spans, Supplier<Uni<? extends Void>> handling) {
        if (spans.size() > 1) {
            return Uni.createFrom().deferred(handling);
        }
        var scope = Context.current().with(spans.get(0)).makeCurrent();
        return Uni.createFrom()
                .deferred(handling)
                .onTermination()
                .invoke(scope::close);
    }

    private static void end(Span span, Throwable failure) {
        if (failure != null) {
            span.setStatus(StatusCode.ERROR, Trouble.reason(failure));
        }
        span.end();
    }
}

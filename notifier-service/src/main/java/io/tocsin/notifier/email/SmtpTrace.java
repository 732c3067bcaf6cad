package io.tocsin.notifier.email;

import java.util.Map;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.tocsin.notifier.delivery.Claimed;
import io.tocsin.notifier.delivery.Outcome;
import io.tocsin.notifier.smtp.SmtpConfig;

/** The last span of a trace which began with a posted event: the conversation with the mail server. */
@ApplicationScoped
class SmtpTrace {

    private static final String TRACE_PARENT = "traceparent";

    private final Tracer tracer;
    private final SmtpConfig server;

    SmtpTrace(Tracer tracer, SmtpConfig server) {
        this.tracer = tracer;
        this.server = server;
    }

    Outcome around(Claimed delivery, Supplier<Outcome> conversation) {
        var span = begin(delivery);
        try {
            return noted(span, conversation.get());
        } finally {
            span.end();
        }
    }

    /** No address of a recipient: traces are read by more people than mails. */
    private Span begin(Claimed delivery) {
        return tracer.spanBuilder("smtp send")
                .setSpanKind(SpanKind.CLIENT)
                .setParent(parent(delivery.traceParent()))
                .setAttribute("server.address", server.host())
                .setAttribute("server.port", server.port())
                .setAttribute("tocsin.delivery.id", delivery.id().toString())
                .setAttribute("tocsin.delivery.attempt", delivery.number())
                .startSpan();
    }

    private static Outcome noted(Span span, Outcome outcome) {
        span.setAttribute("smtp.reply.code", outcome.reply().code());
        span.setAttribute("smtp.stage", outcome.stage().word());
        if (!(outcome instanceof Outcome.Delivered)) {
            span.setStatus(StatusCode.ERROR, outcome.getClass().getSimpleName());
        }
        return outcome;
    }

    private static Context parent(String traceParent) {
        return traceParent == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance()
                        .extract(Context.root(), Map.of(TRACE_PARENT, traceParent), Getter.INSTANCE);
    }

    private enum Getter implements TextMapGetter<Map<String, String>> {
        INSTANCE;

        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
        }

        @Override
        public String get(Map<String, String> carrier, String key) {
            return carrier.get(key);
        }
    }
}

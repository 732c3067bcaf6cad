package io.tocsin.outbox;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;

/** W3C trace context (Level 1, §3.2) as one line of text, the form in which it is stored and sent. */
public final class TraceParent {

    private TraceParent() {}

    /** That of the running request, null outside of any trace. */
    public static String current() {
        return of(Span.current().getSpanContext());
    }

    public static String of(SpanContext span) {
        return span.isValid() ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-" + span.getTraceFlags().asHex() : null;
    }
}

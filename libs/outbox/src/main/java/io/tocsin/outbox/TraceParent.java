package io.tocsin.outbox;

import java.util.List;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;

/** W3C trace context (Level 1, §3.2) as one line of text, the form in which it is stored and sent. */
public final class TraceParent {

    private TraceParent() {}

    /** That of the running request, null outside of any trace. */
    public static String current() {
        return of(Span.current().getSpanContext());
    }

    /** A context whose span is the remote one of this text; an empty context when the text is null or no trace context. */
    public static Context context(String text) {
        return text == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance().extract(Context.root(), text, Carrier.ONLY_PARENT);
    }

    /** Null when the span belongs to no trace. */
    public static String of(SpanContext span) {
        return span.isValid() ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-" + span.getTraceFlags().asHex() : null;
    }

    private enum Carrier implements TextMapGetter<String> {
        ONLY_PARENT;

        private static final String FIELD = "traceparent";

        @Override
        public Iterable<String> keys(String text) {
            return List.of(FIELD);
        }

        @Override
        public String get(String text, String key) {
            return FIELD.equals(key) ? text : null;
        }
    }
}

package io.tocsin.alerts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import io.tocsin.model.Event;
import io.tocsin.model.EventContent;
import io.tocsin.model.Scope;
import io.tocsin.model.Severity;

/** Builds events: {@code anEvent().of("nagios").on("db-1").at(time)}. */
public final class AnEvent {

    private static final AtomicLong IDS = new AtomicLong(1L << 53);

    private Scope scope = TestSetUp.SCOPE;
    private Severity severity = Severity.ERROR;
    private String source;
    private String host;
    private String key;
    private List<String> tags = List.of();

    private AnEvent() {}

    public static AnEvent anEvent() {
        return new AnEvent();
    }

    public AnEvent of(String value) {
        source = value;
        return this;
    }

    public AnEvent on(String value) {
        host = value;
        return this;
    }

    public AnEvent keyed(String value) {
        key = value;
        return this;
    }

    public AnEvent tagged(String... values) {
        tags = List.of(values);
        return this;
    }

    public AnEvent in(Scope value) {
        scope = value;
        return this;
    }

    public AnEvent saying(Severity value) {
        severity = value;
        return this;
    }

    public Event at(Instant receivedAt) {
        var id = IDS.incrementAndGet();
        return new Event(id, new UUID(1, id), scope, receivedAt, EventContent.titled("something")
                .happenedAt(receivedAt)
                .severity(severity)
                .source(source)
                .host(host)
                .aggregationKey(key)
                .tags(tags)
                .build());
    }
}

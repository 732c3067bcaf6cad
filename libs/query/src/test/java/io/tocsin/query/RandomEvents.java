package io.tocsin.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.tocsin.model.Entity;
import io.tocsin.model.Event;
import io.tocsin.model.EventContent;
import io.tocsin.model.EventContentBuilder;
import io.tocsin.model.Priority;
import io.tocsin.model.Scope;
import io.tocsin.model.Severity;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Events about the values of {@link RandomTexts}; what an event may lack, some lack. */
final class RandomEvents {

    private static final Instant RECEIVED_AT = Instant.parse("2026-07-30T10:00:01Z");
    static final Scope SCOPE = new Scope("acme", "1");

    private RandomEvents() {}

    static Arbitrary<Event> any() {
        var ids = Arbitraries.longs().between(1_000, Long.MAX_VALUE);
        return Combinators.combine(ids, content())
                .as((id, content) -> new Event(id, new UUID(id, id), SCOPE, RECEIVED_AT, content.build()));
    }

    private static Arbitrary<EventContentBuilder> content() {
        return Combinators.combine(texts(), names(), fixed(), tags(), object())
                .as((texts, names, fixed, tags, attributes) -> EventContent.titled(texts.get(0))
                        .text(texts.get(1))
                        .source(names.get(0))
                        .host(names.get(1))
                        .type(names.get(2))
                        .aggregationKey(names.get(3))
                        .correlationId(names.get(4))
                        .entity(names.get(0) == null ? null : new Entity(names.get(0), names.get(3), names.get(4)))
                        .severity(fixed.severity())
                        .priority(fixed.priority())
                        .happenedAt(fixed.happenedAt())
                        .relatedEventId(fixed.relatedEventId())
                        .tags(tags)
                        .attributes(attributes));
    }

    private static Arbitrary<List<String>> texts() {
        return RandomTexts.sentences().injectNull(0.2).list().ofSize(2);
    }

    private static Arbitrary<List<String>> names() {
        return RandomTexts.values().injectNull(0.3).list().ofSize(5);
    }

    private static Arbitrary<Fixed> fixed() {
        return Combinators.combine(
                Arbitraries.of(Severity.class),
                Arbitraries.of(Priority.class),
                Arbitraries.of(5L, 200L, 9007199254740993L).injectNull(0.5),
                Arbitraries.of("2026-07-30T10:00:00.122999Z", "2026-07-30T10:00:00.123Z", "2026-07-30T10:00:00.123999Z",
                        "2026-07-30T00:00:00Z", "1969-12-31T23:59:59.999999Z", "1970-01-01T00:00:00Z").map(Instant::parse))
                .as(Fixed::new);
    }

    private static Arbitrary<List<String>> tags() {
        var keys = Arbitraries.of("a:", "env:", "load:", "a:b:", "service:", "");
        return Combinators.combine(keys, RandomTexts.values()).as(String::concat).list().ofMaxSize(3);
    }

    private static Arbitrary<Map<String, Object>> object() {
        return Arbitraries.maps(Arbitraries.of("a", "b", "a.b", "a.b.a", "env", "title", "", "evt", "priority"), json(2))
                .ofMaxSize(4)
                .map(HashMap::new);
    }

    private static Arbitrary<Object> json(int depth) {
        var scalar = Arbitraries.oneOf(
                RandomTexts.values().map(text -> (Object) text),
                Arbitraries.of(true, false, 5, 200, 200.0, 0.5, 1e10, 1e-7, -0.0, 9007199254740993L, 4.1e-4f),
                Arbitraries.bigDecimals().map(number -> (Object) number))
                .injectNull(0.1);
        if (depth == 0) {
            return scalar;
        }
        return Arbitraries.oneOf(
                scalar,
                Arbitraries.lazy(() -> json(depth - 1).list().ofMaxSize(3)).map(ArrayList::new),
                Arbitraries.lazy(() -> Arbitraries.maps(Arbitraries.of("a", "b", "b.a", "env", ""), json(depth - 1))
                        .ofMaxSize(3))
                        .map(HashMap::new));
    }

    private record Fixed(Severity severity, Priority priority, Long relatedEventId, Instant happenedAt) {}
}

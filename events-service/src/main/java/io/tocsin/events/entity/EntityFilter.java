package io.tocsin.events.entity;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Which entities somebody asks for. */
public sealed interface EntityFilter {

    record OfTypes(Set<String> types) implements EntityFilter {}

    record WithIds(Set<String> ids) implements EntityFilter {}

    /** @param tag in its stored form; with any value or none when it has none itself */
    record Tagged(String tag, boolean anyValue) implements EntityFilter {}

    /** One of the texts must be in that relation to the name. */
    record Named(NameMatch match, List<String> texts, boolean caseSensitive) implements EntityFilter {}

    enum NameMatch {
        EQUALS, STARTS_WITH, CONTAINS
    }

    record HasName() implements EntityFilter {}

    /** @param from inclusive, null for none; @param until exclusive, null for none */
    record FirstSeen(Instant from, Instant until) implements EntityFilter {}

    record SeenSince(Instant instant) implements EntityFilter {}

    record Not(EntityFilter filter) implements EntityFilter {}

    /** All of them must hold; without any, everything is found. */
    record All(List<EntityFilter> filters) implements EntityFilter {}

    /** One of them must hold; without any, nothing is found. */
    record Any(List<EntityFilter> filters) implements EntityFilter {}
}

package io.tocsin.alerts.evaluation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

import io.tocsin.alerts.expression.Facet;
import io.tocsin.model.Event;
import io.tocsin.model.StorableText;
import io.tocsin.model.message.AlertNotification;

/** Names the sources to which an event belongs: one for each combination of its values of the facets in {@code by}. */
final class Sources {

    /** The value of an event which has none: it must not go unnoticed. */
    static final String NONE = "N/A";

    /** An event with ever so many tags is one event, not thousands of sources. */
    private static final int MOST_PER_EVENT = 100;

    /** Names are keys of indexes, which PostgreSQL limits to some 2,700 bytes. */
    private static final int LONGEST_NAME = 300;
    private static final int HASH_BYTES = 8;

    private final List<Function<Event, List<String>>> by;

    Sources(List<Facet> by) {
        this.by = by.stream().map(FacetReader::of).toList();
    }

    List<String> of(Event event) {
        if (by.isEmpty()) {
            return List.of(AlertNotification.Source.ALL_EVENTS);
        }
        return by.stream()
                .map(facet -> values(facet, event))
                .reduce(Sources::combine)
                .orElseThrow()
                .stream()
                .map(Sources::bounded)
                .toList();
    }

    private List<String> values(Function<Event, List<String>> facet, Event event) {
        var values = facet.apply(event);
        return values.isEmpty()
                ? List.of(NONE)
                : values.stream().limit(MOST_PER_EVENT).map(this::escaped).toList();
    }

    /** With several facets a comma divides the values, so one inside a value is marked. */
    private String escaped(String value) {
        return by.size() == 1 ? value : value.replace("\\", "\\\\").replace(",", "\\,");
    }

    private static List<String> combine(List<String> left, List<String> right) {
        return left.stream()
                .flatMap(first -> right.stream().map(second -> first + ", " + second))
                .limit(MOST_PER_EVENT)
                .toList();
    }

    /** A text that can be a key: what is too long is cut, and told apart by a hash of the whole. */
    static String bounded(String text) {
        var name = StorableText.of(text);
        return name.length() <= LONGEST_NAME
                ? name
                : StorableText.of(name.substring(0, LONGEST_NAME)) + "... (" + hash(name) + ")";
    }

    private static String hash(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

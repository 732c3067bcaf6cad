package io.tocsin.proof.export;

import java.io.UncheckedIOException;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** The lines which were not read yet, to tell what was moved from what is gone. */
interface Lookahead {

    Stream<String> rest();

    default boolean has(long entry) {
        return has(line -> line.number() == entry);
    }

    default boolean has(Predicate<EntryLine> wanted) {
        return matches(line -> line.has(EntryLine.MEMBER) && wanted.test(EntryLine.of(line)));
    }

    default boolean hasLinkOf(long entry) {
        return matches(line -> line.has(LinkLine.MEMBER) && holds(LinkLine.of(line), entry));
    }

    private boolean matches(Predicate<JsonNode> wanted) {
        try (var lines = rest()) {
            return lines.anyMatch(line -> quietly(line, wanted));
        } catch (UncheckedIOException damaged) {
            return false;
        }
    }

    private static boolean holds(LinkLine line, long entry) {
        return line.link().firstEntry() <= entry && entry <= line.link().lastEntry();
    }

    private static boolean quietly(String line, Predicate<JsonNode> wanted) {
        try {
            return wanted.test(Json.read(ExportText.decoded(line)));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

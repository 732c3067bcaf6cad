package io.tocsin.query;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Texts from a small stock, so that queries and events meet, with everything that has a meaning somewhere on the way. */
final class RandomTexts {

    private static final String[] WORDS = { "disk", "Disk", "DISK", "full", "a", "b", "A", "db1", "x_y", "\u00E4rger",
            "\u00C4rger", "\u03C3\u03C2", "\u03A3", "\u0130", "\u0131", "\u017F", "stra\u00DFe", "\uD83D\uDD25", "\uFF5E",
            "\uFFFD", "AND", "OR", "NOT", "TO", "null", "true", "error", "ok", "warn", "Warning", "normal" };
    private static final String[] NUMBERS = { "0", "5", "05", "5.0", "-3", "+3", "4.1E-4", ".5", "5.", "1e999", "1e9999",
            "200", "2e2", "1E2", "-0", "9007199254740993", "1785405600123", "Infinity", "NaN", "0x10", "1" };
    private static final String[] SIGNS = { " ", "-", "--", ":", "*", "?", "%", "_", "\\", "\"", "'", "(", ")", "[", "]", "{",
            "}", "@", "#", "!", "^", "~", "&&", "||", "&", "+", "=", ">", "<", "/", ".", ",", "$1", ";", "\n", "\t", "\u00A0",
            "\u2014", "\u3002", "\uFF01", "" };
    private static final String[] WILDCARDS = { "*", "?", "\\*", "\\?", "\\\\" };

    private RandomTexts() {}

    static Arbitrary<String> values() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of(WORDS)),
                Tuple.of(4, Arbitraries.of(NUMBERS)),
                Tuple.of(2, sentences()));
    }

    static Arbitrary<String> sentences() {
        return Arbitraries.oneOf(Arbitraries.of(WORDS), Arbitraries.of(SIGNS), Arbitraries.of(NUMBERS))
                .list()
                .ofMaxSize(5)
                .map(pieces -> String.join("", pieces));
    }

    /** At least one wildcard; no run right after a run, and not a run alone, for those are written in another way. */
    static Arbitrary<String> globs() {
        return Arbitraries.oneOf(Arbitraries.of(WORDS), Arbitraries.of(WILDCARDS), Arbitraries.of("-", " ", "%", "_", "."))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(pieces -> String.join("", pieces))
                .filter(RandomTexts::isGlob);
    }

    private static boolean isGlob(String glob) {
        var raw = new RawText(glob);
        return raw.hasWildcard() && !raw.isStar() && raw.glob().equals(glob);
    }

    static Arbitrary<String> keys() {
        return Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.of("a", "env", "load", "a:b")),
                Tuple.of(1, sentences().filter(text -> !text.isEmpty())));
    }

    static Arbitrary<String> paths() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of("title", "status", "priority", "service", "tags", "aggregation_key", "hostname",
                        "source_type_name", "correlation_id", "evt.id", "evt.uid", "evt.type", "entity.id", "entity.name",
                        "entity.type", "related_event_id", "timestamp", "date_happened")),
                Tuple.of(8, Arbitraries.of("a", "b", "a.b", "a.a", "a.b.a", "env", "evt", ".", "a.")),
                Tuple.of(1, sentences().filter(text -> !text.isEmpty())));
    }

    static Arbitrary<String> times() {
        return Arbitraries.of("1785405600123", "1785405600122", "0", "2026-07-30", "2026-07-30T10:00:00.123Z",
                "2026-07-30T12:00:00.1234+02:00", "100000000000000");
    }
}

package io.tocsin.dialects.datadog;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.tocsin.model.Priority;

/** Reads the query parameters of {@code GET /api/v1/events}; a blank one is absent. Fails with {@link DatadogRejected}. */
public final class DatadogFilterReader {

    /** The years 1 to 9999: all that can be stored, and more than can have happened. */
    private static final long FIRST_SECOND = -62_135_596_800L;
    private static final long LAST_SECOND = 253_402_300_799L;
    private static final String EXCLUSION = "-";

    /** @param parameter the decoded value of a query parameter by its name, null when it is not there */
    public DatadogEventFilter read(UnaryOperator<String> parameter) {
        var query = new Query(parameter);
        var start = query.seconds("start");
        var end = query.seconds("end");
        if (start > end) {
            // The words of the original, which says the opposite of what it means.
            throw DatadogRejected.invalid("start param must be greater than end param");
        }
        var tags = query.words("tags");
        return new DatadogEventFilter(
                Instant.ofEpochSecond(start),
                Instant.ofEpochSecond(end + 1),
                query.priority(),
                query.words("sources").stream().map(DatadogSources::term).toList(),
                tags.stream().filter(tag -> !tag.startsWith(EXCLUSION)).toList(),
                tags.stream().filter(tag -> tag.startsWith(EXCLUSION)).map(tag -> tag.substring(1)).toList(),
                query.page());
    }

    private record Query(UnaryOperator<String> parameter) {

        private String text(String name) {
            var value = parameter.apply(name);
            return value == null || value.isBlank() ? null : value.strip();
        }

        long seconds(String name) {
            var text = text(name);
            if (text == null) {
                throw DatadogRejected.invalid("The parameter '" + name + "' is required");
            }
            var seconds = DatadogNumbers.seconds(text)
                    .orElseThrow(() -> wrong(name, "a POSIX timestamp in seconds"));
            return Math.max(FIRST_SECOND, Math.min(LAST_SECOND, seconds));
        }

        Priority priority() {
            var text = text("priority");
            return text == null ? null : switch (text.toLowerCase(Locale.ROOT)) {
                case "normal" -> Priority.NORMAL;
                case "low" -> Priority.LOW;
                default -> throw wrong("priority", "one of normal, low");
            };
        }

        List<String> words(String name) {
            var text = text(name);
            return text == null
                    ? List.of()
                    : Stream.of(text.split(","))
                            .map(String::strip)
                            .filter(word -> !word.isEmpty() && !word.equals(EXCLUSION))
                            .toList();
        }

        /** Nothing is ever folded into an aggregate, so that both flags change nothing but whether a page may be asked for. */
        int page() {
            var flat = flag("unaggregated") | flag("exclude_aggregate");
            var text = text("page");
            if (text == null) {
                return 0;
            }
            if (!flat) {
                throw DatadogRejected.invalid(
                        "The parameter 'page' needs 'unaggregated=true' or 'exclude_aggregate=true'");
            }
            return DatadogNumbers.integer(text)
                    .filter(page -> page >= 0 && page <= Integer.MAX_VALUE)
                    .orElseThrow(() -> wrong("page", "an integer from 0 to 2147483647"))
                    .intValue();
        }

        /** Python clients send {@code True}. */
        private boolean flag(String name) {
            var text = text(name);
            return text != null && switch (text.toLowerCase(Locale.ROOT)) {
                case "true" -> true;
                case "false" -> false;
                default -> throw wrong(name, "true or false");
            };
        }

        private static DatadogRejected wrong(String name, String wanted) {
            return DatadogRejected.invalid("The parameter '" + name + "' must be " + wanted);
        }
    }
}

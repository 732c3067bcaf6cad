package io.tocsin.query.meaning;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import io.tocsin.query.tree.Bound;
import io.tocsin.query.tree.Literal;
import io.tocsin.query.tree.Range;
import io.tocsin.query.tree.Test;

/**
 * What a test asks of a time, to the millisecond.
 *
 * @param from the first instant inside, null for none
 * @param until the first instant after it, null for none
 */
public record TimeWindow(Instant from, Instant until) {

    /** The year 5138; both Java and PostgreSQL count beyond it. */
    private static final long MAX_MILLIS = 100_000_000_000_000L;

    public static TimeWindow of(Test test) {
        if (test instanceof Literal literal) {
            return new TimeWindow(instant(literal.text()), instant(literal.text()).plusMillis(1));
        }
        if (test instanceof Range range) {
            return new TimeWindow(start(range.from()), end(range.to()));
        }
        return new TimeWindow(null, null);
    }

    public boolean contains(Instant instant) {
        return (from == null || !instant.isBefore(from)) && (until == null || instant.isBefore(until));
    }

    /** Epoch milliseconds, ISO 8601 with an offset, or a date, which begins at midnight UTC; empty for anything else. */
    public static Optional<Instant> parse(String text) {
        try {
            return Optional.of(millis(text))
                    .filter(millis -> millis >= 0 && millis <= MAX_MILLIS)
                    .map(Instant::ofEpochMilli);
        } catch (DateTimeException | NumberFormatException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static long millis(String text) {
        if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Long.parseLong(text);
        }
        return text.indexOf('T') < 0
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli()
                : OffsetDateTime.parse(text).toInstant().toEpochMilli();
    }

    private static Instant start(Bound bound) {
        return bound == null ? null : instant(bound.value()).plusMillis(bound.inclusive() ? 0 : 1);
    }

    private static Instant end(Bound bound) {
        return bound == null ? null : instant(bound.value()).plusMillis(bound.inclusive() ? 1 : 0);
    }

    private static Instant instant(String text) {
        return parse(text)
                .orElseThrow(() -> new IllegalArgumentException("not a time: " + text));
    }
}

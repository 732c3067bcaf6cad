package io.tocsin.http.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;

import io.tocsin.http.problem.Invalid;

/**
 * Date-times as clients really send them (wire/thousandeyes.md §1.4): with {@code Z}, {@code +02:00}, {@code +0200} or no offset
 * at all, which means UTC; with up to nine digits of a second; with a blank where a {@code +} was lost on the way.
 */
public final class Timestamps {

    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter();

    /** What PostgreSQL, Java and every client can express alike. */
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private Timestamps() {}

    /** Fails with {@link Invalid} on that field when the text is no date-time. */
    public static Instant parse(String field, String text) {
        try {
            return read(text);
        } catch (IllegalArgumentException e) {
            throw new Invalid(field, e.getMessage());
        }
    }

    /** Fails with {@link IllegalArgumentException} when the text is no date-time; its message is for the caller. */
    public static Instant read(String text) {
        try {
            var parsed = FORM.parseBest(repaired(text), OffsetDateTime::from, LocalDateTime::from);
            var instant = parsed instanceof OffsetDateTime withOffset
                    ? withOffset.toInstant()
                    : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
            var year = instant.atOffset(ZoneOffset.UTC).getYear();
            if (year >= FIRST_YEAR && year <= LAST_YEAR) {
                return instant.truncatedTo(ChronoUnit.MICROS);
            }
        } catch (DateTimeException e) {
            // said below, in words for the caller
        }
        throw new IllegalArgumentException("must be a date-time such as 2026-01-31T12:00:00Z");
    }

    private static String repaired(String text) {
        return text.strip()
                .replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T")
                .replace(' ', '+');
    }
}

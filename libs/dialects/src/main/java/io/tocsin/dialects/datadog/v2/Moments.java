package io.tocsin.dialects.datadog.v2;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Times as callers of v2 write them: date math such as {@code now-15m}, epoch milliseconds, or ISO 8601. A {@code +} which became a
 * blank on its way through a query is a {@code +} again. What lies beyond the years that can be stored becomes the nearest moment
 * inside.
 *
 * @param now what {@code now} means
 * @param zone of days, weeks, months and years, and of what names no zone of its own
 */
record Moments(Instant now, ZoneId zone) {

    static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private static final Pattern MILLIS = Pattern.compile("[+-]?\\d{1,18}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter();

    /** Empty when the text is no time. */
    Optional<Instant> read(String text) {
        var word = repaired(text);
        if (word.startsWith(DateMath.NOW)) {
            return DateMath.read(word, now.atZone(zone)).map(Moments::storable);
        }
        return MILLIS.matcher(word).matches()
                ? Optional.of(storable(Instant.ofEpochMilli(Long.parseLong(word))))
                : iso(word).map(Moments::storable);
    }

    static Instant storable(Instant instant) {
        if (instant.isBefore(FIRST)) {
            return FIRST;
        }
        return instant.isAfter(LAST) ? LAST : instant;
    }

    Optional<Instant> iso(String word) {
        try {
            return Optional.of(DATE.matcher(word).matches()
                    ? LocalDate.parse(word).atStartOfDay(zone).toInstant()
                    : dateTime(word));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Instant dateTime(String word) {
        return DATE_TIME.parseBest(word, OffsetDateTime::from, LocalDateTime::from) instanceof OffsetDateTime withOffset
                ? withOffset.toInstant()
                : LocalDateTime.parse(word, DATE_TIME).atZone(zone).toInstant();
    }

    private static String repaired(String text) {
        return text.strip()
                .replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) (?=\\d{2}:)", "$1T")
                .replace(' ', '+');
    }
}

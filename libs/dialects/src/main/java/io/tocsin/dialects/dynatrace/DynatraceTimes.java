package io.tocsin.dialects.dynatrace;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times as wire/dynatrace.md §9 writes them: epoch milliseconds, date-times, and distances from now. */
public final class DynatraceTimes {

    private static final Pattern MILLIS = Pattern.compile("-?\\d{1,18}");
    private static final Pattern RELATIVE = Pattern.compile("now(?:-(\\d{1,9})([mhdwMy]))?(?:/([mhdwMy]))?");

    /** Seconds and their fraction are optional, and so is the offset; without one it is UTC. */
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .appendPattern("HH:mm")
            .optionalStart()
            .appendPattern(":ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalEnd()
            .appendPattern("[XXX][XX][X]")
            .toFormatter();

    /** What PostgreSQL, Java and every client can express alike. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    /** Further back than this is before the year 1 anyway, and would be beyond what a calendar can count. */
    private static final Map<String, Long> MOST = Map.of("m", 2_000_000_000L, "h", 36_000_000L,
            "d", 1_500_000L, "w", 200_000L, "M", 50_000L, "y", 5_000L);

    private DynatraceTimes() {}

    /** Empty when the text is no time in any of the three forms. What lies beyond the years 1 to 9999 becomes their edge. */
    public static Optional<Instant> parse(String text, Instant now) {
        try {
            if (MILLIS.matcher(text).matches()) {
                return Optional.of(ofMillis(Long.parseLong(text)));
            }
            return text.startsWith("now") ? relative(text, now) : Optional.of(clamped(dateTime(text)));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** The only form of version 1. */
    public static Instant ofMillis(long millis) {
        return clamped(Instant.ofEpochMilli(millis));
    }

    /** When an event began which nobody gave a start: now, or at its end if that is over already. */
    static Instant earlier(Instant now, Instant end) {
        return end == null || now.isBefore(end) ? now : end;
    }

    private static Instant clamped(Instant instant) {
        if (instant.isBefore(FIRST)) {
            return FIRST;
        }
        return instant.isAfter(LAST) ? LAST : instant;
    }

    private static Instant dateTime(String text) {
        var parsed = DATE_TIME.parseBest(repaired(text), OffsetDateTime::from, LocalDateTime::from);
        return parsed instanceof OffsetDateTime withOffset
                ? withOffset.toInstant()
                : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
    }

    /** A blank may stand for the T; a later one is what became of the plus of an offset on its way through a URL. */
    private static String repaired(String text) {
        return text.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T").replace(' ', '+');
    }

    private static Optional<Instant> relative(String text, Instant now) {
        var match = RELATIVE.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var time = now.atZone(ZoneOffset.UTC);
        if (match.group(1) != null) {
            time = time.minus(Math.min(Long.parseLong(match.group(1)), MOST.get(match.group(2))), unit(match.group(2)));
        }
        return Optional.of(clamped((match.group(3) == null ? time : rounded(time, match.group(3))).toInstant()));
    }

    private static ChronoUnit unit(String letter) {
        return switch (letter) {
            case "m" -> ChronoUnit.MINUTES;
            case "h" -> ChronoUnit.HOURS;
            case "d" -> ChronoUnit.DAYS;
            case "w" -> ChronoUnit.WEEKS;
            case "M" -> ChronoUnit.MONTHS;
            default -> ChronoUnit.YEARS;
        };
    }

    /** Down to the beginning of the unit; weeks begin on Monday. */
    private static ZonedDateTime rounded(ZonedDateTime time, String letter) {
        return switch (letter) {
            case "m" -> time.truncatedTo(ChronoUnit.MINUTES);
            case "h" -> time.truncatedTo(ChronoUnit.HOURS);
            case "w" -> time.truncatedTo(ChronoUnit.DAYS).minusDays(time.getDayOfWeek().getValue() - 1L);
            case "M" -> time.truncatedTo(ChronoUnit.DAYS).with(TemporalAdjusters.firstDayOfMonth());
            case "y" -> time.truncatedTo(ChronoUnit.DAYS).with(TemporalAdjusters.firstDayOfYear());
            default -> time.truncatedTo(ChronoUnit.DAYS);
        };
    }
}

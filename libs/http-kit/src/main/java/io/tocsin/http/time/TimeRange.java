package io.tocsin.http.time;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import io.tocsin.http.problem.Invalid;

/**
 * A span of time, both ends belonging to it, in microseconds as PostgreSQL compares them.
 *
 * @param start not after end
 */
public record TimeRange(Instant start, Instant end) {

    private static final Pattern WINDOW = Pattern.compile("(\\d{1,12})([smhdw]?)");

    public TimeRange {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
    }

    /**
     * Reads the parameters of wire/thousandeyes.md §1.4; empty when none is given. Fails with {@link Invalid} when they
     * contradict each other or cannot be read.
     */
    public static Optional<TimeRange> of(String window, String startDate, String endDate, Clock clock) {
        if (window != null && (startDate != null || endDate != null)) {
            throw new Invalid("window", "cannot be combined with startDate or endDate");
        }
        if (endDate != null && startDate == null) {
            throw new Invalid("startDate", "is required when endDate is given");
        }
        var now = clock.instant();
        if (window != null) {
            return Optional.of(new TimeRange(before(now, window), now));
        }
        return startDate == null ? Optional.empty() : Optional.of(between(startDate, endDate, now));
    }

    private static TimeRange between(String startDate, String endDate, Instant now) {
        var start = Timestamps.parse("startDate", startDate);
        var end = endDate == null ? now : Timestamps.parse("endDate", endDate);
        if (!start.isBefore(end)) {
            throw new Invalid("startDate", "must be before " + (endDate == null ? "now" : "endDate"));
        }
        return new TimeRange(start, end);
    }

    /** A window longer than anything is kept reaches back to 1970, which comes to the same. */
    private static Instant before(Instant now, String window) {
        var match = WINDOW.matcher(window);
        if (!match.matches()) {
            throw new Invalid("window", "must be a number followed by s, m, h, d or w, such as 12h");
        }
        try {
            var start = now.minus(unit(match.group(2)).multipliedBy(Long.parseLong(match.group(1))));
            return start.isBefore(Instant.EPOCH) ? Instant.EPOCH : start;
        } catch (ArithmeticException | DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    private static Duration unit(String letter) {
        return switch (letter) {
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            case "d" -> Duration.ofDays(1);
            case "w" -> Duration.ofDays(7);
            default -> Duration.ofSeconds(1);
        };
    }
}

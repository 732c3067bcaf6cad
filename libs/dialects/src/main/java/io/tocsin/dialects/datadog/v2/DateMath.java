package io.tocsin.dialects.datadog.v2;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code now}, then any number of steps such as {@code -15m} or {@code +1d}, then perhaps {@code /d}, which goes back to the
 * beginning of the unit. Units are {@code s m h d w M y}; days and longer ones follow the calendar of the zone, and a week begins on
 * Monday.
 */
final class DateMath {

    static final String NOW = "now";

    private static final Pattern FORM = Pattern.compile("now((?:[+-]\\d{1,9}[smhdwMy])*+)(?:/([smhdwMy]))?");
    private static final Pattern STEP = Pattern.compile("([+-]\\d{1,9})([smhdwMy])");
    private static final int LONGEST = 200;

    private DateMath() {}

    /** Empty when this is no date math. */
    static Optional<Instant> read(String text, ZonedDateTime now) {
        var form = FORM.matcher(text);
        if (text.length() > LONGEST || !form.matches()) {
            return Optional.empty();
        }
        var moment = now;
        for (var steps = STEP.matcher(form.group(1)); steps.find();) {
            moment = moved(moment, Long.parseLong(steps.group(1)), unit(steps.group(2)));
        }
        return Optional.of(form.group(2) == null ? moment.toInstant() : beginning(moment, form.group(2)).toInstant());
    }

    /** Stops at the ends of time, so that no step overflows. */
    private static ZonedDateTime moved(ZonedDateTime moment, long amount, ChronoUnit unit) {
        try {
            return Moments.storable(moment.plus(amount, unit).toInstant()).atZone(moment.getZone());
        } catch (DateTimeException | ArithmeticException e) {
            return (amount < 0 ? Moments.FIRST : Moments.LAST).atZone(moment.getZone());
        }
    }

    private static ZonedDateTime beginning(ZonedDateTime moment, String unit) {
        return switch (unit) {
            case "d" -> startOfDay(moment);
            case "w" -> startOfDay(moment.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
            case "M" -> startOfDay(moment.withDayOfMonth(1));
            case "y" -> startOfDay(moment.withDayOfYear(1));
            default -> moment.truncatedTo(unit(unit));
        };
    }

    /** Not midnight, which some days lack. */
    private static ZonedDateTime startOfDay(ZonedDateTime moment) {
        return moment.toLocalDate().atStartOfDay(moment.getZone());
    }

    private static ChronoUnit unit(String letter) {
        return switch (letter) {
            case "s" -> ChronoUnit.SECONDS;
            case "m" -> ChronoUnit.MINUTES;
            case "h" -> ChronoUnit.HOURS;
            case "d" -> ChronoUnit.DAYS;
            case "w" -> ChronoUnit.WEEKS;
            case "M" -> ChronoUnit.MONTHS;
            default -> ChronoUnit.YEARS;
        };
    }
}

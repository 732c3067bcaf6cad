package io.tocsin.alerts.suppression;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Dates which repeat every so many days, weeks or months, on which a window opens. A month which lacks the first date's day has it
 * on its last day. Weeks begin on Sunday.
 *
 * @param first from which the periods are counted; dates before it do not belong to the pattern
 * @param unit {@code DAYS}, {@code WEEKS} or {@code MONTHS}
 * @param days of a week, the first date's own when empty; only for weeks
 */
record DatePattern(LocalDate first, ChronoUnit unit, int length, Set<DayOfWeek> days) {

    private static final int DAYS_OF_WEEK = 7;
    private static final int SHORTEST_MONTH = 28;

    DatePattern {
        days = days.isEmpty() ? Set.of(first.getDayOfWeek()) : Set.copyOf(days);
    }

    /** The latest date of the pattern which is not after this one. */
    Optional<LocalDate> latestUntil(LocalDate date) {
        return around(date)
                .filter(candidate -> !candidate.isAfter(date))
                .max(Comparator.naturalOrder());
    }

    /** The earliest date of the pattern which is not before this one. */
    LocalDate earliestFrom(LocalDate date) {
        return around(date)
                .filter(candidate -> !candidate.isBefore(date))
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalStateException("a pattern without an end goes on after " + date));
    }

    /** @param n from 1 on */
    LocalDate nth(int n) {
        var inFirstPeriod = datesOf(0).filter(date -> !date.isBefore(first)).sorted().toList();
        if (n <= inFirstPeriod.size()) {
            return inFirstPeriod.get(n - 1);
        }
        var further = n - inFirstPeriod.size() - 1;
        var perPeriod = unit == ChronoUnit.WEEKS ? days.size() : 1;
        return datesOf(1L + further / perPeriod).sorted().toList().get(further % perPeriod);
    }

    /** The fewest days between two of its dates. */
    int fewestDaysBetween() {
        return switch (unit) {
            case DAYS -> length;
            case WEEKS -> fewestDaysBetweenWeekdays();
            default -> SHORTEST_MONTH * length;
        };
    }

    private int fewestDaysBetweenWeekdays() {
        var ofWeek = days.stream().mapToInt(day -> day.getValue() % DAYS_OF_WEEK).sorted().toArray();
        var fewest = ofWeek[0] + DAYS_OF_WEEK * length - ofWeek[ofWeek.length - 1];
        for (int i = 1; i < ofWeek.length; i++) {
            fewest = Math.min(fewest, ofWeek[i] - ofWeek[i - 1]);
        }
        return fewest;
    }

    /** The pattern has dates within any three periods on end: no date which is asked for lies further away. */
    private Stream<LocalDate> around(LocalDate date) {
        var period = Math.max(0, periodOf(date));
        return LongStream.rangeClosed(Math.max(0, period - 1), period + 1)
                .boxed()
                .flatMap(this::datesOf)
                .filter(candidate -> !candidate.isBefore(first));
    }

    private long periodOf(LocalDate date) {
        var units = switch (unit) {
            case DAYS -> ChronoUnit.DAYS.between(first, date);
            case WEEKS -> ChronoUnit.WEEKS.between(weekOf(first), weekOf(date));
            default -> ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(date));
        };
        return Math.floorDiv(units, length);
    }

    private Stream<LocalDate> datesOf(long period) {
        var units = period * length;
        return unit == ChronoUnit.WEEKS
                ? days.stream().map(day -> weekOf(first).plusWeeks(units).with(TemporalAdjusters.nextOrSame(day)))
                : Stream.of(first.plus(units, unit));
    }

    private static LocalDate weekOf(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
    }
}

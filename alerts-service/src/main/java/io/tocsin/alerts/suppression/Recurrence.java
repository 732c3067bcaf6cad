package io.tocsin.alerts.suppression;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When a window is open: from the same time of day on, on each of its dates, for a while. The time of day is that of its zone: where
 * a clock change skips it, the window opens as much later, and where it comes twice, at the first.
 *
 * @param dates on which it opens; it belongs to the first one only if the pattern does
 * @param last date on which it may open, null when it repeats for ever
 * @param length how long it stays open, shorter than the time until it repeats; a second of clock, not of the calendar
 */
record Recurrence(DatePattern dates, LocalDate last, LocalTime time, ZoneId zone, Duration length) {

    /** The moment it opens belongs to it, the moment it closes does not. */
    boolean isOpenAt(Instant instant) {
        return openedBy(instant)
                .map(opened -> instant.isBefore(opened.plus(length)))
                .orElse(false);
    }

    /** The first moment after this one when it opens or closes; empty when it never will. */
    Optional<Instant> changesAfter(Instant instant) {
        return isOpenAt(instant) ? Optional.of(closesAfter(instant)) : opensAfter(instant);
    }

    /** The first moment after this one when an occurrence begins. */
    Optional<Instant> opensAfter(Instant instant) {
        var today = instant.atZone(zone).toLocalDate();
        var from = today.minusDays(1);
        var next = dates.earliestFrom(from.isBefore(dates.first()) ? dates.first() : from);
        while (isWithin(next) && !opening(next).isAfter(instant)) {
            next = dates.earliestFrom(next.plusDays(1));
        }
        return isWithin(next) ? Optional.of(opening(next)) : Optional.empty();
    }

    /** Where a clock change made two occurrences touch, they are one. */
    private Instant closesAfter(Instant instant) {
        var closes = openedBy(instant).orElseThrow().plus(length);
        return isOpenAt(closes) ? closesAfter(closes) : closes;
    }

    /** When its last occurrence is over; empty when it repeats for ever. Fails unless it {@link #occurs()}. */
    Optional<Instant> endsAt() {
        return Optional.ofNullable(last)
                .flatMap(dates::latestUntil)
                .map(date -> opening(date).plus(length));
    }

    boolean occurs() {
        return isWithin(dates.earliestFrom(dates.first()));
    }

    /** The beginning of the latest occurrence which began by then. */
    private Optional<Instant> openedBy(Instant instant) {
        var today = instant.atZone(zone).toLocalDate();
        var latest = latestUntil(today);
        return latest.map(this::opening)
                .filter(opened -> !opened.isAfter(instant))
                .or(() -> latest.flatMap(date -> latestUntil(date.minusDays(1))).map(this::opening));
    }

    private Optional<LocalDate> latestUntil(LocalDate date) {
        return dates.latestUntil(isWithin(date) ? date : last);
    }

    private boolean isWithin(LocalDate date) {
        return last == null || !date.isAfter(last);
    }

    private Instant opening(LocalDate date) {
        return date.atTime(time).atZone(zone).toInstant();
    }
}

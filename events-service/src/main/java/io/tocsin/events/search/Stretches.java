package io.tocsin.events.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.tocsin.events.receipt.Tolerance;
import io.tocsin.events.search.SelectionSql.Part;

/** What a page is read from. What terms can find is read as {@link Pace} says, all else as PostgreSQL sees fit. */
final class Stretches {

    private Stretches() {}

    /** In the order of reading. */
    static List<Stretch> of(EventSelection selection, EventOrder order, Place after, Clock clock) {
        var began = new Stretch(Part.BEGAN_INSIDE, from(selection, order, after), until(selection, order, after, clock),
                selection.hasTerms() ? Reading.BY_TERMS : Reading.FREELY, 0);
        if (!selection.lasting()) {
            return List.of(began);
        }
        return order == EventOrder.NEWEST_FIRST ? List.of(began, before(selection)) : List.of(before(selection), began);
    }

    /** All of it, read at once. */
    static Stretch whole(EventSelection selection) {
        return new Stretch(Part.BEGAN_INSIDE, selection.from(), selection.until(), Reading.FREELY, 0);
    }

    /** What began before the window and lasted into it. */
    static Stretch before(EventSelection selection) {
        return new Stretch(Part.LASTED_INTO, selection.from(), selection.from(), Reading.FREELY, 0);
    }

    private static Instant from(EventSelection selection, EventOrder order, Place after) {
        return after != null && order == EventOrder.OLDEST_FIRST && after.happenedAt().isAfter(selection.from())
                ? after.happenedAt()
                : selection.from();
    }

    private static Instant until(EventSelection selection, EventOrder order, Place after, Clock clock) {
        var last = clock.instant().plus(Tolerance.AFTER).plus(Duration.ofDays(1));
        var until = selection.until().isAfter(last) ? last : selection.until();
        return after != null && order == EventOrder.NEWEST_FIRST && after.happenedAt().isBefore(until)
                ? after.happenedAt().plus(Stretch.MICROSECOND)
                : until;
    }
}

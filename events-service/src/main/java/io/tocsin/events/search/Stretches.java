package io.tocsin.events.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.tocsin.events.receipt.Tolerance;
import io.tocsin.events.search.SelectionSql.Part;

/**
 * In which pieces a page is looked for, so that looking stops when it is full. The index of terms knows no time: asked for a whole
 * window it names every event with the term, of which the newest hundred are then picked. So the first statement asks for a sixty-
 * fourth of the window, the second for up to an eighth, the third for the rest. What is rare costs two short statements more, what is
 * neither rare nor common a hundred times less.
 */
final class Stretches {

    /** A shorter window is looked at whole. */
    private static final Duration SHORT = Duration.ofDays(1);
    private static final int[] SHARES = { 64, 8 };

    /** PostgreSQL's times are whole ones. */
    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    private final EventOrder order;
    private final List<Stretch> stretches = new ArrayList<>();

    private Stretches(EventOrder order) {
        this.order = order;
    }

    /** In the order of reading. */
    static List<Stretch> of(EventSelection selection, EventOrder order, Place after, Clock clock) {
        var stretches = new Stretches(order);
        stretches.began(from(selection, order, after), until(selection, order, after, clock), isSelective(selection));
        if (selection.lasting()) {
            stretches.lasted(selection.from());
        }
        return stretches.stretches;
    }

    /** All of it, read at once. */
    static Stretch whole(EventSelection selection) {
        return new Stretch(Part.BEGAN_INSIDE, selection.from(), selection.until());
    }

    static Stretch before(EventSelection selection) {
        return new Stretch(Part.LASTED_INTO, selection.from(), selection.from());
    }

    private static boolean isSelective(EventSelection selection) {
        return !selection.query().isEverything() || selection.subjects() != null;
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
                ? after.happenedAt().plus(MICROSECOND)
                : until;
    }

    private void began(Instant from, Instant until, boolean selective) {
        var window = Duration.between(from, until);
        if (!selective || window.compareTo(SHORT) <= 0) {
            stretches.add(new Stretch(Part.BEGAN_INSIDE, from, until));
            return;
        }
        if (order == EventOrder.NEWEST_FIRST) {
            fromTheEnd(from, until, window);
        } else {
            fromTheBeginning(from, until, window);
        }
    }

    private void fromTheEnd(Instant from, Instant until, Duration window) {
        var end = until;
        for (var share : SHARES) {
            var begin = until.minus(window.dividedBy(share));
            stretches.add(new Stretch(Part.BEGAN_INSIDE, begin, end));
            end = begin;
        }
        stretches.add(new Stretch(Part.BEGAN_INSIDE, from, end));
    }

    private void fromTheBeginning(Instant from, Instant until, Duration window) {
        var begin = from;
        for (var share : SHARES) {
            var end = from.plus(window.dividedBy(share));
            stretches.add(new Stretch(Part.BEGAN_INSIDE, begin, end));
            begin = end;
        }
        stretches.add(new Stretch(Part.BEGAN_INSIDE, begin, until));
    }

    /** They began before all others. */
    private void lasted(Instant from) {
        stretches.add(new Stretch(Part.LASTED_INTO, from, from));
        if (order == EventOrder.OLDEST_FIRST) {
            Collections.rotate(stretches, 1);
        }
    }
}

package io.tocsin.events.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.tocsin.events.search.SelectionSql.Part;

/** A part of a window which one statement reads. Of events which lasted into the window only {@code from} counts. */
record Stretch(Part part, Instant from, Instant until, Reading reading) {

    /** Of a sample; with fewer of what is looked for among them it is rare. */
    static final int SAMPLE_ROWS = 2_000;
    private static final int COMMON = 10;

    /** A shorter stretch is not cut. */
    private static final Duration SHORT = Duration.ofDays(1);

    /** What shares of the stretch are looked at before all of it: the rarer, the more at once. */
    private static final int[] FOR_FEW = { 64, 8 };
    private static final int[] FOR_NONE = { 8 };

    Stretch read(Reading other) {
        return new Stretch(part, from, until, other);
    }

    /**
     * What to read when so many were found and more are wanted. The index of terms knows no time: asked for a whole window it names
     * every event with the term, of which the newest hundred are then picked. So looking by it goes in growing pieces, and stops when
     * the page is full.
     */
    List<Stretch> next(int found, EventOrder order) {
        if (reading != Reading.SAMPLE) {
            return List.of();
        }
        return found >= COMMON
                ? List.of(read(Reading.FREELY))
                : read(Reading.BY_TERMS).cut(found == 0 ? FOR_NONE : FOR_FEW, order);
    }

    private List<Stretch> cut(int[] shares, EventOrder order) {
        var window = Duration.between(from, until);
        return window.compareTo(SHORT) <= 0
                ? List.of(this)
                : order == EventOrder.NEWEST_FIRST ? fromTheEnd(shares, window) : fromTheBeginning(shares, window);
    }

    private List<Stretch> fromTheEnd(int[] shares, Duration window) {
        var pieces = new ArrayList<Stretch>();
        var end = until;
        for (var share : shares) {
            var begin = until.minus(window.dividedBy(share));
            pieces.add(between(begin, end));
            end = begin;
        }
        pieces.add(between(from, end));
        return pieces;
    }

    private List<Stretch> fromTheBeginning(int[] shares, Duration window) {
        var pieces = new ArrayList<Stretch>();
        var begin = from;
        for (var share : shares) {
            var end = from.plus(window.dividedBy(share));
            pieces.add(between(begin, end));
            begin = end;
        }
        pieces.add(between(begin, until));
        return pieces;
    }

    private Stretch between(Instant begin, Instant end) {
        return new Stretch(part, begin, end, reading);
    }
}

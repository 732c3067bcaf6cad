package io.tocsin.events.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The first events of a stretch, whatever they are, and how many of them were looked for. It tells how to read the rest.
 *
 * @param found how many of its events matched
 */
record Sample(Stretch stretch, int found) {

    static final int ROWS = 1_000;

    /** With as many among them, the feed itself is the fastest way to more. */
    private static final int COMMON = 20;

    /** By so much each piece is longer than the one before: a wrong guess costs few statements, and none of them much in vain. */
    private static final int GROWTH = 8;

    /** In none of a thousand there may still be one in two thousand. */
    private static final double NONE = 0.5;

    boolean showsCommon() {
        return found >= COMMON;
    }

    Stretch alongTheFeed() {
        return stretch.read(Reading.FREELY);
    }

    /**
     * The stretch again, from where reading begins, in growing pieces to be read by terms. Since the index of terms knows no time, it
     * names every event of a term in a piece, of which a page takes the first. So the first piece is as long as it takes to fill the page
     * at the rate of the sample, and half as long again.
     *
     * @param end of the sample's last event
     * @param wanted how many fill the page
     */
    List<Stretch> pieces(Instant end, int wanted, EventOrder order) {
        var pieces = new ArrayList<Stretch>();
        var rest = stretch.read(Reading.BY_TERMS);
        for (var reach = reach(end, wanted, order); isWorthIt(reach, rest); reach = reach.multipliedBy(GROWTH)) {
            pieces.add(order == EventOrder.NEWEST_FIRST
                    ? rest.between(rest.until().minus(reach), rest.until())
                    : rest.between(rest.from(), rest.from().plus(reach)));
            rest = order == EventOrder.NEWEST_FIRST
                    ? rest.between(rest.from(), rest.until().minus(reach))
                    : rest.between(rest.from().plus(reach), rest.until());
        }
        pieces.add(rest);
        return pieces;
    }

    private Duration reach(Instant end, int wanted, EventOrder order) {
        var sampled = order == EventOrder.NEWEST_FIRST
                ? Duration.between(end, stretch.until())
                : Duration.between(stretch.from(), end);
        var times = 1.5 * wanted / Math.max(found, NONE);
        return Duration.ofMillis((long) Math.ceil(Math.max(1, sampled.toMillis()) * Math.max(1, times)));
    }

    /** A piece which is most of what is left would only be one statement more. */
    private static boolean isWorthIt(Duration reach, Stretch rest) {
        return reach.multipliedBy(2).compareTo(rest.length()) < 0;
    }
}

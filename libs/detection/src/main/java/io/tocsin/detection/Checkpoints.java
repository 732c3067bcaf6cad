package io.tocsin.detection;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** States to go back to: close together for what is recent, since most late results are late by little, and few for the day before. */
final class Checkpoints {

    private static final int JUST_NOW = 4;
    private static final int EVERY = 15;
    private static final int HOUR = 60;

    private final TreeMap<Integer, byte[]> kept = new TreeMap<>();
    private final int reach;

    /** @param reach how many minutes back there is always one, as soon as so many were judged */
    Checkpoints(int reach) {
        this.reach = reach;
    }

    /** Whether a state after this minute may be kept for more than some minutes. */
    private static boolean isLasting(int minute) {
        return minute % EVERY == 0;
    }

    /** Whether a state after this minute is still kept when all up to a later one are judged; to take it costs more than the minute. */
    static boolean outlasts(int minute, int later) {
        return isLasting(minute) && minute % spacing(later - minute) == 0;
    }

    void add(int minute, byte[] state) {
        kept.put(minute, state);
        kept.keySet()
                .removeIf(old -> minute - old > reach + spacing(reach) || old % spacing(minute - old) != 0);
        var second = kept.higherKey(kept.firstKey());
        if (second != null && minute - second >= reach) {
            kept.pollFirstEntry();
        }
    }

    /** As it was kept by another one. */
    void restore(int minute, byte[] state) {
        kept.put(minute, state);
    }

    /** The last one before the minute; null if there is none. What is later is forgotten. */
    Map.Entry<Integer, byte[]> before(int minute) {
        kept.tailMap(minute, true).clear();
        return kept.lastEntry();
    }

    void clear() {
        kept.clear();
    }

    SortedMap<Integer, byte[]> lasting() {
        var lasting = new TreeMap<>(kept);
        lasting.keySet().removeIf(minute -> !isLasting(minute));
        return lasting;
    }

    /** Each divides the next one, so that what is old enough to be rare was there when it was young. */
    private static int spacing(int age) {
        return age < JUST_NOW ? 1 : age <= HOUR / 2 ? EVERY : age <= 2 * HOUR ? HOUR : age <= 8 * HOUR ? 4 * HOUR : 8 * HOUR;
    }

    int size() {
        return kept.size();
    }
}

package io.tocsin.detection;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import io.tocsin.detection.life.DetectedEvent;

/** States to go back to: close together for what is recent, since most late results are late by little, and few for the day before. */
final class Checkpoints {

    private static final int EVERY = 15;
    private static final int HOUR = 60;

    /** @param detector its snapshot after this minute */
    record Checkpoint(byte[] detector, Map<UUID, DetectedEvent> events) {}

    private final TreeMap<Integer, Checkpoint> kept = new TreeMap<>();
    private final int reach;

    /** @param reach how many minutes back there is always one, as soon as so many were judged */
    Checkpoints(int reach) {
        this.reach = reach;
    }

    boolean isDue(int minute) {
        return kept.isEmpty() || minute % EVERY == 0;
    }

    void add(int minute, Checkpoint checkpoint) {
        kept.put(minute, checkpoint);
        kept.keySet()
                .removeIf(old -> minute - old > reach + spacing(reach) || old % spacing(minute - old) != 0 && old != kept
                        .firstKey());
        if (kept.size() > 1 && minute - kept.firstKey() > reach && minute - kept.higherKey(kept.firstKey()) >= reach) {
            kept.pollFirstEntry();
        }
    }

    /** The last one before the minute; null if there is none. */
    Map.Entry<Integer, Checkpoint> before(int minute) {
        var found = kept.lowerEntry(minute);
        if (found != null) {
            kept.tailMap(found.getKey(), false).clear();
        }
        return found;
    }

    /** Each divides the next one, so that what is old enough to be rare was there when it was young. */
    private static int spacing(int age) {
        return age <= HOUR / 2 ? EVERY : age <= 2 * HOUR ? HOUR : age <= 8 * HOUR ? 4 * HOUR : 8 * HOUR;
    }

    int size() {
        return kept.size();
    }
}

package io.tocsin.alerts.result;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What one source measured of one metric in the last 24 hours (wire/thousandeyes.md §4.6): one point of each five minutes, so that a
 * test with a round a minute costs no more than others.
 */
final class Baseline {

    private static final int SLOT_SECONDS = 300;
    private static final int SLOTS = 24 * 3_600 / SLOT_SECONDS;
    private static final int FEWEST_POINTS = 24;
    private static final int BYTES_OF_POINT = Integer.BYTES + Float.BYTES;

    private final TreeMap<Integer, Float> points = new TreeMap<>();

    static Baseline read(String text) {
        var baseline = new Baseline();
        var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
        while (bytes.hasRemaining()) {
            baseline.points.put(bytes.getInt(), bytes.getFloat());
        }
        return baseline;
    }

    String write() {
        var bytes = ByteBuffer.allocate(points.size() * BYTES_OF_POINT);
        points.forEach((slot, value) -> bytes.putInt(slot).putFloat(value));
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    /** @return whether that changed anything */
    boolean add(long round, double value) {
        int slot = slot(round);
        if (points.putIfAbsent(slot, (float) value) != null) {
            return false;
        }
        points.headMap(points.lastKey() - SLOTS).clear();
        return true;
    }

    /** The value below which this share of the points of the 24 hours before the round lies; empty when they are too few. */
    OptionalDouble quantile(long round, double share) {
        int slot = slot(round);
        var before = points.subMap(slot - SLOTS, slot).values().stream().mapToDouble(Float::doubleValue).sorted().toArray();
        if (before.length < FEWEST_POINTS) {
            return OptionalDouble.empty();
        }
        int rank = (int) Math.ceil(share * before.length);
        return OptionalDouble.of(before[Math.max(1, rank) - 1]);
    }

    private static int slot(long round) {
        return (int) Math.floorDiv(round, SLOT_SECONDS);
    }
}

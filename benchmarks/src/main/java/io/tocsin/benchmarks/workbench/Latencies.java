package io.tocsin.benchmarks.workbench;

import java.util.Arrays;

/** Durations in nanoseconds, from any thread. */
public final class Latencies {

    private long[] nanos = new long[1 << 16];
    private int count;

    public synchronized void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = duration;
    }

    public synchronized int count() {
        return count;
    }

    /** As people read it: {@code p50 5.8 ms  p99 15.1 ms  max 40.2 ms}. */
    public synchronized String summary() {
        var sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return count == 0
                ? "nothing measured"
                : "p50 %.1f ms  p90 %.1f ms  p99 %.1f ms  max %.1f ms".formatted(
                        millis(sorted, 0.50), millis(sorted, 0.90), millis(sorted, 0.99), millis(sorted, 1));
    }

    /** The latency below which this share of all lies. */
    public synchronized double millis(double share) {
        var sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return count == 0 ? Double.NaN : millis(sorted, share);
    }

    private static double millis(long[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
    }
}

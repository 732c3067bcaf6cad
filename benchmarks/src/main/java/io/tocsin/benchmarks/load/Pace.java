package io.tocsin.benchmarks.load;

/** When events are due. Latencies count from there, so that a late answer makes those late which had to wait for it. */
interface Pace {

    /**
     * @param begin of the round
     * @param nth event of the round, from 0 on
     * @return of {@link System#nanoTime}; until then its connection waits
     */
    long due(long begin, long nth, long now);

    static Pace asFastAsAnswered() {
        return (begin, nth, now) -> now;
    }

    /** As from people and machines who do not know of each other: whether earlier ones were answered or not. */
    static Pace steady(double perSecond) {
        return (begin, nth, now) -> begin + (long) (nth * 1e9 / perSecond);
    }
}

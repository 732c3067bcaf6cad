package io.tocsin.benchmarks.detection.world;

/** How long before a world's end the last fault begins at the latest, so that it can be seen to end. */
final class FaultMargin {

    static final int MINUTES = 2 * 60;

    private FaultMargin() {}
}

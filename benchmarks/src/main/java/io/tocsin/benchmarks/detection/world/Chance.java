package io.tocsin.benchmarks.detection.world;

/** Chances which do not depend on the order in which they are asked for. */
final class Chance {

    private Chance() {}

    /** From 0 to 1, the same for the same seed. */
    static double of(long seed) {
        var mixed = seed * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return ((mixed ^ mixed >>> 31) >>> 11) * 0x1.0p-53;
    }
}

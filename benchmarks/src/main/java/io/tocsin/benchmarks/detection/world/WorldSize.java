package io.tocsin.benchmarks.detection.world;

/**
 * @param learningMinutes without faults, before the others
 * @param faults in all these minutes
 */
public record WorldSize(int agents, int targets, int learningMinutes, int minutes, int faults, Faults kind) {

    /** Where the kinds, lengths and shares of faults come from. */
    public enum Faults {
        /** Of all types, partial, at once, cascades: what we can think of. */
        IMAGINED(1),
        /** {@link BackboneFaults}. */
        BACKBONE(1),
        /** {@link AccessFaults}, and as much noise. */
        ACCESS(AccessFaults.NOISE);

        /** How often flows fail by themselves, 1 as we imagine it. */
        final double noise;

        Faults(double noise) {
            this.noise = noise;
        }
    }
}

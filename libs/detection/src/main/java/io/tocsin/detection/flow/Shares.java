package io.tocsin.detection.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The share of rounds which failed, by their number in a row. Each observation weighs half after a day. */
final class Shares {

    /** Longer rows are not told apart. */
    static final int AGES = 16;

    private static final double HALF_LIFE_MINUTES = 24 * 60;
    private static final double TAKEN_AS_ROUNDS = 20;

    private final double[] failed = new double[AGES];
    private final double[] healthy = new double[AGES];

    void add(int age, boolean hasFailed) {
        (hasFailed ? failed : healthy)[index(age)]++;
    }

    void advance(int minutes) {
        var kept = Math.pow(0.5, minutes / HALF_LIFE_MINUTES);
        for (int index = 0; index < AGES; index++) {
            failed[index] *= kept;
            healthy[index] *= kept;
        }
    }

    /** The share, drawn towards another one. */
    double drawnTo(double expected, int age) {
        var index = index(age);
        return (failed[index] + expected * TAKEN_AS_ROUNDS) / (failed[index] + healthy[index] + TAKEN_AS_ROUNDS);
    }

    private static int index(int age) {
        return Math.min(age, AGES) - 1;
    }

    void write(DataOutput out) throws IOException {
        for (int index = 0; index < AGES; index++) {
            out.writeDouble(failed[index]);
            out.writeDouble(healthy[index]);
        }
    }

    void read(DataInput in) throws IOException {
        for (int index = 0; index < AGES; index++) {
            failed[index] = in.readDouble();
            healthy[index] = in.readDouble();
        }
    }
}

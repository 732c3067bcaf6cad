package io.tocsin.detection.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How long the failures last which flows have of themselves, learned from all flows of the organization: of those which have failed for
 * so many rounds, the share that goes on. Each observation weighs half after a day.
 */
public final class Persistence {

    private static final int AGES = 16;
    private static final double LONGEST = 0.95;
    private static final double HALF_LIFE_MINUTES = 24 * 60;

    /** What is taken for granted before anything was seen, as if this many failures had been: most are short, but what lasts tends to last. */
    private static final double TAKEN_AS = 20;
    private static final double ENDS_AT_FIRST = 0.5;

    private final double[] wentOn = new double[AGES];
    private final double[] ended = new double[AGES];

    /** @param age rounds for which it had failed */
    void learn(int age, boolean goesOn) {
        var counts = goesOn ? wentOn : ended;
        counts[Math.min(age, AGES) - 1]++;
    }

    void advance(int minutes) {
        var kept = Math.pow(0.5, minutes / HALF_LIFE_MINUTES);
        for (int age = 0; age < AGES; age++) {
            wentOn[age] *= kept;
            ended[age] *= kept;
        }
    }

    /** The chance that the next round fails, of a flow which has failed for this many rounds, one or more. */
    public double goesOn(int age) {
        var index = Math.min(age, AGES) - 1;
        var expected = 1 - ENDS_AT_FIRST / age;
        var seen = wentOn[index] + ended[index];
        return Math.min(LONGEST, (wentOn[index] + expected * TAKEN_AS) / (seen + TAKEN_AS));
    }

    /** Of a flow of which the beginning is not known. */
    public double longest() {
        return LONGEST;
    }

    void write(DataOutput out) throws IOException {
        for (int age = 0; age < AGES; age++) {
            out.writeDouble(wentOn[age]);
            out.writeDouble(ended[age]);
        }
    }

    void read(DataInput in) throws IOException {
        for (int age = 0; age < AGES; age++) {
            wentOn[age] = in.readDouble();
            ended[age] = in.readDouble();
        }
    }
}

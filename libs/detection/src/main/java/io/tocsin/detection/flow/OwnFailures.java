package io.tocsin.detection.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What the failures which are a flow's own, and no event's, say of it: how many more are to be expected. */
final class OwnFailures {

    private static final double DRAWN_AS_ROUNDS = 100;

    private final OnsetRate onsetRate;
    private double expectedOnsets;

    OwnFailures() {
        onsetRate = new OnsetRate();
    }

    OwnFailures(DataInput in) throws IOException {
        onsetRate = new OnsetRate(in);
        expectedOnsets = in.readDouble();
    }

    void write(DataOutput out) throws IOException {
        onsetRate.write(out);
        out.writeDouble(expectedOnsets);
    }

    /** A healthy round, or the first one of a failure. */
    void learn(boolean onset, int minutes) {
        onsetRate.add(onset, minutes);
    }

    void expect(double ofTest, NoiseSettings settings) {
        expectedOnsets = Math.max(settings.leastOnsetRate(), onsetRate.drawnTo(ofTest, DRAWN_AS_ROUNDS));
    }

    OnsetRate onsetRate() {
        return onsetRate;
    }

    double expectedOnsets() {
        return expectedOnsets;
    }
}

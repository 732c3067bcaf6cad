package io.tocsin.detection.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How often a healthy flow begins to fail by itself: failures begun and healthy rounds, each weighing half after a day. */
final class OnsetRate {

    private static final double HALF_LIFE_MINUTES = 24 * 60;

    private double onsets;
    private double rounds;

    OnsetRate() {}

    OnsetRate(DataInput in) throws IOException {
        onsets = in.readDouble();
        rounds = in.readDouble();
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(onsets);
        out.writeDouble(rounds);
    }

    void add(boolean onset, int minutes) {
        var kept = Math.pow(0.5, minutes / HALF_LIFE_MINUTES);
        onsets = onsets * kept + (onset ? 1 : 0);
        rounds = rounds * kept + 1;
    }

    void add(OnsetRate other) {
        onsets += other.onsets;
        rounds += other.rounds;
    }

    /** The rate, drawn towards another as if that had been seen for some rounds. */
    double drawnTo(double other, double otherRounds) {
        return (onsets + other * otherRounds) / (rounds + otherRounds);
    }
}

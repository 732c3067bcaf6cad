package io.tocsin.benchmarks.detection.score;

import java.util.ArrayList;
import java.util.List;

/** Counts, and what follows from them. */
public final class Tally {

    private int faults;
    private int hits;
    private int falseEvents;
    private int right;
    private int rightAtFirst;
    private final List<Double> detect = new ArrayList<>();
    private final List<Double> resolve = new ArrayList<>();

    void addFault() {
        faults++;
    }

    void addFalse() {
        falseEvents++;
    }

    void addHit(Match match) {
        hits++;
        right += match.isRight() ? 1 : 0;
        rightAtFirst += match.wasRightAtFirst() ? 1 : 0;
        detect.add(match.roundsToDetect());
        resolve.add(match.roundsToResolve());
    }

    public double precision() {
        return ratio(hits, hits + falseEvents);
    }

    public double recall() {
        return ratio(hits, faults);
    }

    public double f1() {
        return ratio(2 * precision() * recall(), precision() + recall());
    }

    public double right() {
        return ratio(right, hits);
    }

    public double rightAtFirst() {
        return ratio(rightAtFirst, hits);
    }

    public int faults() {
        return faults;
    }

    public int falseEvents() {
        return falseEvents;
    }

    public double detect(double share) {
        return quantile(detect, share);
    }

    public double resolve(double share) {
        return quantile(resolve, share);
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? Double.NaN : part / whole;
    }

    private static double quantile(List<Double> values, double share) {
        var sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size()));
    }
}

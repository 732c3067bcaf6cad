package io.tocsin.detection.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The usual value of one metric of one flow. It follows the last rounds, so that load which grows over the morning is usual, and knows
 * each hour of the day before, so that a step which comes every day is usual too. Values beyond it teach it
 * little: an outage does not become usual before the day is over.
 */
final class MetricBaseline {

    private static final int HOURS = 24;
    private static final int HOUR_SECONDS = 3_600;
    private static final float NEVER = Float.NaN;
    private static final double DEVIATION_OF_MEAN = 1.25;
    private static final double LEAST_TIME_DEVIATION = 0.04;
    private static final double LEAST_SHARE_DEVIATION = 1;
    private static final double FURTHEST_STEP = 3;
    private static final double LESSON_OF_FAILURE = 0.1;

    private final Metric.Kind kind;
    private int points;
    private double level;
    private double deviation;
    private final float[] byHour = new float[HOURS];
    private int hour;
    private int pointsOfHour;
    private double sumOfHour;

    MetricBaseline(Metric.Kind kind) {
        this.kind = kind;
        Arrays.fill(byHour, NEVER);
    }

    MetricBaseline(Metric.Kind kind, DataInput in) throws IOException {
        this.kind = kind;
        points = in.readInt();
        level = in.readDouble();
        deviation = in.readDouble();
        for (int past = 0; past < HOURS; past++) {
            byHour[past] = in.readFloat();
        }
        hour = in.readInt();
        pointsOfHour = in.readInt();
        sumOfHour = in.readDouble();
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(points);
        out.writeDouble(level);
        out.writeDouble(deviation);
        for (var mean : byHour) {
            out.writeFloat(mean);
        }
        out.writeInt(hour);
        out.writeInt(pointsOfHour);
        out.writeDouble(sumOfHour);
    }

    /** Whether the value is beyond the past; then it becomes part of it. */
    boolean isBeyond(double value, long round, MetricSettings settings) {
        var x = kind.scaled(value);
        var beyond = points >= settings.fewestPoints() && exceeds(x, round, settings);
        learn(x, round, beyond, settings);
        return beyond;
    }

    private boolean exceeds(double x, long round, MetricSettings settings) {
        var margin = Math.max(settings.deviations() * DEVIATION_OF_MEAN * Math.max(deviation, leastDeviation()),
                kind == Metric.Kind.TIME ? Math.log1p(settings.timeRatio()) : settings.lossPoints());
        return x - level > margin && !(x - theDayBefore(hour(round)) <= margin);
    }

    /** The higher mean of this hour and the next one, both of the day before; not a number as long as there was none. */
    private double theDayBefore(int now) {
        double same = byHour[now];
        double next = byHour[(now + 1) % HOURS];
        return Double.isNaN(next) || same > next ? same : next;
    }

    private void learn(double x, long round, boolean beyond, MetricSettings settings) {
        points++;
        if (points == 1) {
            level = x;
            deviation = 2 * leastDeviation();
        }
        var reach = FURTHEST_STEP * Math.max(deviation, leastDeviation());
        var step = Math.max(-reach, Math.min(reach, x - level));
        var lesson = (beyond ? LESSON_OF_FAILURE : 1) / Math.min(points, settings.memory());
        level += lesson * step;
        deviation += lesson / 2 * (Math.abs(step) - deviation);
        remember(x, hour(round));
    }

    /** An hour counts when it is over: what began in it does not become usual by itself. */
    private void remember(double x, int now) {
        if (now != hour && pointsOfHour > 0) {
            byHour[hour] = (float) (sumOfHour / pointsOfHour);
            pointsOfHour = 0;
            sumOfHour = 0;
        }
        hour = now;
        pointsOfHour++;
        sumOfHour += x;
    }

    private double leastDeviation() {
        return kind == Metric.Kind.TIME ? LEAST_TIME_DEVIATION : LEAST_SHARE_DEVIATION;
    }

    private static int hour(long round) {
        return (int) Math.floorMod(round / HOUR_SECONDS, (long) HOURS);
    }
}

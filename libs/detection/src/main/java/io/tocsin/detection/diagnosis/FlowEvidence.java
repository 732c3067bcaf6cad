package io.tocsin.detection.diagnosis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import io.tocsin.detection.flow.Flow;
import io.tocsin.detection.flow.Persistence;
import io.tocsin.detection.flow.Strip;

/**
 * How much likelier a flow's last rounds are if it is touched by a fault than if it is not. A flow fails by itself now and then, and then
 * for some time: that it goes on failing says next to nothing, that several begin together says a lot.
 */
final class FlowEvidence {

    /**
     * As a logarithm of odds, the most that one flow can say: it may have broken by itself for good, once in about eight thousand
     * times.
     */
    private static final double MOST = 9;

    /** Two flows whose expectations differ by less are the same. */
    private static final double STEP = Math.log(1.25);

    /** By expectation and number of healthy rounds: most flows are healthy, and alike. */
    private final Map<Integer, double[][]> ofHealthy = new HashMap<>();

    double[] of(Flow flow, Persistence persistence) {
        var step = (int) Math.round(Math.log(flow.expectedOnsets()) / STEP);
        return isHealthy(flow.strip())
                ? healthy(flow.strip().open(), ofHealthy.computeIfAbsent(step, FlowEvidence::healthy))
                : evidence(flow.strip(), onsets(step), persistence);
    }

    private static double onsets(int step) {
        return Math.min(0.5, Math.exp(step * STEP));
    }

    private static boolean isHealthy(Strip strip) {
        return (strip.failures() & strip.open() & window(Alternatives.lastMinute())) == 0;
    }

    private static long window(int lastMinute) {
        return -1L >>> Long.SIZE - 1 - lastMinute;
    }

    private static double[] healthy(long rounds, double[][] byRounds) {
        var terms = new double[Alternatives.SIZE];
        for (int beginning = 0; beginning < Alternatives.beginnings(); beginning++) {
            var count = Long.bitCount(rounds & window(Alternatives.minutesAgo(beginning)));
            Alternatives.copy(byRounds[count], beginning, terms);
        }
        return terms;
    }

    private static double[][] healthy(int step) {
        var byRounds = new double[Strip.MINUTES][];
        var ifTouched = new double[Alternatives.kinds()];
        for (int rounds = 0; rounds < byRounds.length; rounds++) {
            byRounds[rounds] = Alternatives.shapes(ifTouched);
            add(ifTouched, false, onsets(step));
        }
        return byRounds;
    }

    private static double[] evidence(Strip strip, double onsets, Persistence persistence) {
        var expected = expectedFailures(strip, onsets, persistence);
        var ifTouched = new double[Alternatives.kinds()];
        var terms = new double[Alternatives.SIZE];
        var minute = 0;
        for (int beginning = 0; beginning < Alternatives.beginnings(); beginning++) {
            for (; minute <= Alternatives.minutesAgo(beginning); minute++) {
                if ((strip.open() >>> minute & 1) != 0) {
                    add(ifTouched, strip.failed(minute), expected[minute]);
                }
            }
            Alternatives.copy(Alternatives.shapes(capped(ifTouched)), beginning, terms);
        }
        return terms;
    }

    private static double[] capped(double[] ifTouched) {
        return Arrays.stream(ifTouched).map(evidence -> Math.min(MOST, evidence)).toArray();
    }

    private static void add(double[] ifTouched, boolean failed, double expected) {
        for (int kind = 0; kind < ifTouched.length; kind++) {
            var touched = Math.max(expected, Alternatives.failingRounds(kind));
            ifTouched[kind] += failed ? Math.log(touched / expected) : Math.log((1 - touched) / (1 - expected));
        }
    }

    /** The chance that each round fails without any fault, by the round before it. */
    private static double[] expectedFailures(Strip strip, double onsets, Persistence persistence) {
        var expected = new double[Strip.MINUTES];
        var age = 0;
        var healthy = Strip.MINUTES;
        var first = true;
        for (int minute = Strip.MINUTES - 1; minute >= 0; minute--) {
            if (strip.hasRound(minute)) {
                expected[minute] = first && strip.failed(minute)
                        ? persistence.longest()
                        : age > 0 ? persistence.goesOn(age) : Math.max(onsets, persistence.comesBack(healthy));
                age = strip.failed(minute) ? first ? Strip.MINUTES : age + 1 : 0;
                healthy = strip.failed(minute) ? 0 : healthy + 1;
                first = false;
            }
        }
        return expected;
    }
}

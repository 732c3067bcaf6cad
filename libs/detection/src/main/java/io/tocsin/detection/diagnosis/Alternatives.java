package io.tocsin.detection.diagnosis;

/**
 * What a fault may be like: since when, which share of the component's flows it touches, and which share of their rounds then fails.
 * Evidence is kept for each, one number each; {@link #total} weighs them together.
 */
final class Alternatives {

    /** Minutes ago; those which lie close together are told apart only while they are recent. */
    private static final int[] BEGINNINGS = { 0, 1, 2, 3, 4, 6, 8, 11, 15, 20, 27, 36, 48 };

    private static final double[] FAILING_ROUNDS = { 0.95, 0.5, 0.2, 0.08 };

    /** Pairs of touched flows and (as index) failing rounds. */
    private static final double[] TOUCHED = { 1, 0.5, 0.2, 0.07, 1, 1, 1 };
    private static final int[] ROUNDS_OF = { 0, 0, 0, 0, 1, 2, 3 };

    static final int SIZE = BEGINNINGS.length * TOUCHED.length;

    private Alternatives() {}

    static int beginnings() {
        return BEGINNINGS.length;
    }

    static int minutesAgo(int beginning) {
        return BEGINNINGS[beginning];
    }

    static int lastMinute() {
        return BEGINNINGS[BEGINNINGS.length - 1];
    }

    static int kinds() {
        return FAILING_ROUNDS.length;
    }

    static double failingRounds(int kind) {
        return FAILING_ROUNDS[kind];
    }

    static int beginningOf(int alternative) {
        return alternative / TOUCHED.length;
    }

    static int kindOf(int alternative) {
        return ROUNDS_OF[alternative % TOUCHED.length];
    }

    static double touchedOf(int alternative) {
        return TOUCHED[alternative % TOUCHED.length];
    }

    /** A flow's evidence for each shape of a fault, from what it says if it is touched. */
    static double[] shapes(double[] ifTouched) {
        var shapes = new double[TOUCHED.length];
        for (int shape = 0; shape < shapes.length; shape++) {
            var evidence = ifTouched[ROUNDS_OF[shape]];
            shapes[shape] = TOUCHED[shape] == 1 ? evidence : orUntouched(evidence, TOUCHED[shape]);
        }
        return shapes;
    }

    static void copy(double[] shapes, int beginning, double[] terms) {
        System.arraycopy(shapes, 0, terms, beginning * TOUCHED.length, TOUCHED.length);
    }

    private static double orUntouched(double evidence, double touched) {
        return evidence > 30 ? evidence + Math.log(touched) : Math.log1p(touched * Math.expm1(evidence));
    }

    /**
     * The logarithm of the Shiryaev-Roberts statistic: the likelihood ratios of all beginnings added up, each the mean over what the fault
     * may be like. A beginning which stands for several minutes counts for each of them.
     */
    static double total(double[] sums) {
        var highest = sums[best(sums)];
        var total = 0.0;
        for (int alternative = 0; alternative < SIZE; alternative++) {
            total += width(beginningOf(alternative)) * Math.exp(sums[alternative] - highest);
        }
        return highest + Math.log(total / TOUCHED.length);
    }

    static int best(double[] sums) {
        var best = 0;
        for (int alternative = 1; alternative < SIZE; alternative++) {
            best = sums[alternative] > sums[best] ? alternative : best;
        }
        return best;
    }

    private static int width(int beginning) {
        return beginning == 0 ? 1 : BEGINNINGS[beginning] - BEGINNINGS[beginning - 1];
    }
}

package io.tocsin.benchmarks.load;

/** The figures go to standard output, what is going on to standard error. */
final class Report {

    private Report() {}

    static void line(String what, String figure) {
        System.out.printf("%-14s%s%n", what, figure);
    }

    static void progress(String what) {
        System.err.println("... " + what);
    }
}

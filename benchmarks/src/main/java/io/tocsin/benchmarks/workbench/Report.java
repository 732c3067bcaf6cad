package io.tocsin.benchmarks.workbench;

/** The figures go to standard output, what is going on to standard error. */
public final class Report {

    private Report() {}

    public static void line(String what, String figure) {
        System.out.printf("%-20s%s%n", what, figure);
    }

    public static void progress(String what) {
        System.err.println("... " + what);
    }
}

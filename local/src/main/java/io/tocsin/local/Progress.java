package io.tocsin.local;

/** How a part that became ready is told. */
final class Progress {

    private Progress() {}

    static String line(String part, String state, Stopwatch watch) {
        return "  %-18s %-36s %5.1f s".formatted(part, state, watch.seconds());
    }
}

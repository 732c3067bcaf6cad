package io.tocsin.alerts.round;

/** One source's report of one round. */
record Seen(long round, String source, boolean violates) {

    String metrics() {
        return "Loss: " + round + "% at " + source;
    }
}

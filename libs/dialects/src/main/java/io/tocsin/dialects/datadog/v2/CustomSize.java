package io.tocsin.dialects.datadog.v2;

/** Ours: an event must fit into one message to alerts-service, whatever its poster puts where. */
final class CustomSize {

    private static final int LONGEST = 100_000;

    private CustomSize() {}

    static void check(JsonPlace details) {
        var size = details.size();
        if (size > LONGEST) {
            details.complain("value has " + size + " characters as JSON; at most " + LONGEST + " are allowed");
        }
    }
}

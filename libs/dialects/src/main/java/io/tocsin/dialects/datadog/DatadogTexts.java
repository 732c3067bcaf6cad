package io.tocsin.dialects.datadog;

/** How long texts may be. */
final class DatadogTexts {

    /** Of a text, in Datadog's documentation. No limit of the title is known; ours is the same. */
    private static final int LONGEST = 4000;

    private DatadogTexts() {}

    /** Counts code points, so that no character is cut in half. */
    static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }
}

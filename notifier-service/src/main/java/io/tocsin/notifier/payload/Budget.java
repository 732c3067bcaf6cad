package io.tocsin.notifier.payload;

import java.io.IOException;
import java.io.Writer;

/** What one rendering may use up: steps of its loops and look-ups, and characters. Nested loops would else run for ever. */
final class Budget extends Writer {

    private static final int STEPS = 100_000;
    private static final int CHARACTERS = 256 * 1024;

    private final StringBuilder text = new StringBuilder();
    private int steps;

    /** Fails when too many have been made. */
    void step() {
        if (++steps > STEPS) {
            throw new Exceeded("takes more than " + STEPS + " steps");
        }
    }

    @Override
    public void write(char[] buffer, int offset, int length) {
        if (text.length() + length > CHARACTERS) {
            throw new Exceeded("makes more than " + CHARACTERS + " characters");
        }
        text.append(buffer, offset, length);
    }

    @Override
    public void flush() throws IOException {
        // nothing waits
    }

    @Override
    public void close() throws IOException {
        // nothing is open
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** Thrown through the template engine. */
    static final class Exceeded extends RuntimeException {

        private static final long serialVersionUID = 1;

        Exceeded(String message) {
            super(message, null, false, false);
        }
    }
}

package io.tocsin.notifier.mail;

import java.util.Locale;

/** The colour of a heading: enough contrast for white letters on it, in light and in dark surroundings. */
enum Tone {
    INFO("#1f6feb"), MINOR("#8a6100"), MAJOR("#b8480b"), CRITICAL("#b3261e"), CLEARED("#1a7f37"), UNKNOWN("#57606a");

    private final String colour;

    Tone(String colour) {
        this.colour = colour;
    }

    String colour() {
        return colour;
    }

    static Tone of(String severity) {
        return switch (severity == null ? "" : severity.toLowerCase(Locale.ROOT)) {
            case "info" -> INFO;
            case "minor", "low" -> MINOR;
            case "major", "medium" -> MAJOR;
            case "critical", "high" -> CRITICAL;
            default -> UNKNOWN;
        };
    }
}

package io.tocsin.local.process;

import java.io.IOException;
import java.nio.file.Path;

/** Why Tocsin does not run, in one line for the person at the keyboard: what is wrong, and what to do. */
public class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CannotStart(String message) {
        super(message);
    }

    public CannotStart(String message, Throwable cause) {
        super(message, cause);
    }

    /** For a file operation that failed: a full disk is told apart, because only its owner can help. */
    public static CannotStart cannotWrite(Path file, IOException cause) {
        var reason = String.valueOf(cause.getMessage());
        return reason.contains("No space left")
                ? diskFull(file)
                : new CannotStart("Cannot write " + file + " (" + cause.getClass().getSimpleName() + ": " + reason
                        + "). Make it writable for you, or choose another place with --data DIR.", cause);
    }

    public static CannotStart diskFull(Path place) {
        return new CannotStart("The disk of " + place + " is full. Free some space, or choose another disk with --data DIR.");
    }
}

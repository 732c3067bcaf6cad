package io.tocsin.local.process;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Ends a process when this JVM ends in a way that leaves it no time, such as {@code kill -9}. A small shell waits for the end of
 * its input, which the system brings about however we die, and then runs a command.
 */
public final class Leash {

    private static final String WAIT_THEN_RUN = "trap '' INT TERM HUP; while read -r line; do :; done; exec \"$@\"";

    private final Process shell;

    private Leash(Process shell) {
        this.shell = shell;
    }

    /** @param command what ends the process, run only if {@link #release} is never called */
    public static Leash with(List<String> command) {
        var all = new ArrayList<>(List.of("/bin/sh", "-c", WAIT_THEN_RUN, "leash"));
        all.addAll(command);
        try {
            return new Leash(new ProcessBuilder(all)
                    .redirectOutput(new File("/dev/null"))
                    .redirectError(new File("/dev/null"))
                    .start());
        } catch (IOException e) {
            throw new CannotStart("Cannot run /bin/sh (" + e.getMessage() + ").", e);
        }
    }

    /** The process has ended by other means. */
    public void release() {
        shell.destroyForcibly();
    }
}

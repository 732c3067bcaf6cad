package io.tocsin.e2e.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A command as a person runs it in a terminal. */
public final class Script {

    /** The root of the project. */
    public static final Path HOME = Path.of("").toAbsolutePath().getParent();

    private final Process process;
    private final Path out;
    private final Path err;

    private Script(List<String> command) throws IOException {
        out = Files.createTempFile("tocsin", ".out");
        err = Files.createTempFile("tocsin", ".err");
        process = new ProcessBuilder(command)
                .directory(HOME.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
    }

    public static Script tocsin(String... words) throws IOException {
        return new Script(Stream.concat(Stream.of("./tocsin"), Stream.of(words)).toList());
    }

    public static Script bash(String lines) throws IOException {
        return new Script(List.of("bash", "-c", lines));
    }

    public boolean isAlive() { return process.isAlive(); }

    /** As {@code kill} does, or the system when it shuts down. */
    public void terminate() {
        process.destroy();
    }

    /** False when it still runs after that time. */
    public boolean awaitEnd(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    public int exitCode() {
        return process.exitValue();
    }

    public String standardOutput() throws IOException {
        return Files.readString(out);
    }

    /** Everything that was printed. */
    public String output() throws IOException {
        return Files.readString(out) + Files.readString(err);
    }
}

package io.tocsin.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Remembers a process beyond the life of the one that started it. The start time stands beside the number, because numbers are
 * used again and nobody wants to end a stranger.
 */
public final class PidFile {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path path;

    public PidFile(Path path) {
        this.path = path;
    }

    public void write(ProcessHandle process) {
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, process.pid() + " " + startOf(process) + "\n");
        } catch (IOException e) {
            throw CannotStart.cannotWrite(path, e);
        }
    }

    /** Ends the process of an earlier run if it still lives: first politely, then for good. */
    public void endLeftOver() {
        leftOver().ifPresent(process -> end(process, PATIENCE));
        delete();
    }

    public void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw CannotStart.cannotWrite(path, e);
        }
    }

    /** Asks a process to stop and waits; one that does not in time is killed. */
    public static void end(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!isGoneWithin(process, patience)) {
            process.destroyForcibly();
            isGoneWithin(process, patience);
        }
    }

    static boolean isGoneWithin(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            return !process.isAlive();
        }
    }

    private Optional<ProcessHandle> leftOver() {
        try {
            var parts = Files.readString(path).strip().split(" ", 2);
            return ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> parts.length == 2 && parts[1].equals(startOf(process)));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Object::toString).orElse("unknown");
    }
}

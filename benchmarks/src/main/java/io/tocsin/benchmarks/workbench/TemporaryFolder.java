package io.tocsin.benchmarks.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder below {@code benchmarks/target}, which must be on a real disk. With its end all that is in it is deleted. */
public record TemporaryFolder(Path path) implements AutoCloseable {

    private static final Path PLACE = Path.of("benchmarks", "target");

    /** @param name its name begins with this */
    public static TemporaryFolder of(String name) throws IOException {
        return new TemporaryFolder(Files.createTempDirectory(Files.createDirectories(PLACE), name + "-"));
    }

    public Path resolve(String file) {
        return path.resolve(file);
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

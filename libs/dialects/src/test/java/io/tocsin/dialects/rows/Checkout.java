package io.tocsin.dialects.rows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The sources of all modules, wherever the tests run. */
record Checkout(Path root) {

    static Checkout here() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("docs/dialects"))) {
            folder = folder.getParent();
        }
        return new Checkout(folder);
    }

    String text(String path) {
        return text(root.resolve(path));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

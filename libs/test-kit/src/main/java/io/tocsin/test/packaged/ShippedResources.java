package io.tocsin.test.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The resources and grammars of a service and of its libs, as they stand in their sources. */
final class ShippedResources {

    private static final Path LIBS = Path.of("..", "libs");

    /** Settings are read by the build, message bundles become classes, and the outbox's schema is there for tests of others' schemas. */
    private static final String READ_BEFORE = "META-INF/.*|application\\.properties|messages/.*|io/tocsin/outbox/schema\\.sql";

    private ShippedResources() {}

    /** Which are read while the service runs. */
    static Stream<String> of(NativeSources sources) {
        return modules(sources).flatMap(module -> filesBelow(module.resolve("src/main/resources")))
                .filter(name -> !name.matches(READ_BEFORE));
    }

    /** The classes which the build makes of grammars; there may be none. */
    static Stream<String> parsers(NativeSources sources) {
        return modules(sources).flatMap(module -> filesBelow(module.resolve("src/main/antlr4")))
                .filter(name -> name.endsWith(".g4"))
                .map(name -> name.replaceAll("\\.g4$", "Parser.class"));
    }

    /** The service, in whose folder this runs, and the libs it stands on. */
    private static Stream<Path> modules(NativeSources sources) {
        return Stream.concat(Stream.of(Path.of("")),
                listed(LIBS).filter(lib -> sources.standOn("tocsin-" + lib.getFileName())));
    }

    private static Stream<Path> listed(Path folder) {
        try (var found = Files.list(folder)) {
            return found.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> filesBelow(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (var found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

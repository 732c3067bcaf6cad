package io.tocsin.test.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.importer.Location;

/** What Quarkus hands to {@code native-image}, as the build left it in {@code target/native-sources}. */
final class NativeSources {

    private static final String METADATA = "META-INF/native-image/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<String> reflective = new HashSet<>();
    private final Set<Pattern> resources = new HashSet<>();
    private final Set<String> files = new HashSet<>();
    private final Set<Location> jars = new HashSet<>();
    private final List<String> arguments;

    private NativeSources(List<String> arguments) {
        this.arguments = arguments;
    }

    static NativeSources read(Path folder) {
        try (var jars = Files.walk(folder)) {
            var sources = new NativeSources(List.of(Files.readString(folder.resolve("native-image.args")).split("\\s+")));
            jars.filter(NativeSources::isOurs).forEach(sources::add);
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException("there are no native sources; ./mvnw verify makes them, unless tests are skipped",
                    e);
        }
    }

    /** Names of the types which the executable knows by reflection. */
    Set<String> reflective() {
        return reflective;
    }

    /** Whether the executable can read this resource. */
    boolean includes(String resource) {
        return resources.stream().anyMatch(pattern -> pattern.matcher(resource).matches());
    }

    /** The application, and our libs. */
    Set<Location> jars() {
        return jars;
    }

    /** Whether one of our libs is part of the application. */
    boolean standOn(String lib) {
        return jars.stream().anyMatch(jar -> jar.contains("io.tocsin." + lib + "-"));
    }

    /** Everything in the application and in our libs, by its path. */
    Set<String> files() {
        return files;
    }

    List<String> arguments() {
        return arguments;
    }

    private static boolean isOurs(Path file) {
        var name = file.getFileName().toString();
        return name.endsWith("-runner.jar") || name.matches("(modified-)?io\\.tocsin\\..*\\.jar");
    }

    private void add(Path jar) {
        jars.add(Location.of(URI.create("jar:" + jar.toUri() + "!/")));
        try (var system = FileSystems.newFileSystem(jar); var found = Files.walk(system.getPath("/"))) {
            for (var file : found.filter(Files::isRegularFile).toList()) {
                var name = file.toString().substring(1);
                files.add(name);
                if (name.startsWith(METADATA) && name.endsWith(".json")) {
                    addMetadata(file.getFileName().toString(), JSON.readTree(Files.readString(file)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the form of GraalVM 25, or of those before. */
    private void addMetadata(String name, JsonNode content) {
        switch (name) {
            case "reflect-config.json" -> elements(content).forEach(entry -> reflective.add(entry.path("name").asText()));
            case "resource-config.json" -> elements(content.path("resources").path("includes"))
                    .forEach(entry -> resources.add(Pattern.compile(entry.path("pattern").asText())));
            case "reachability-metadata.json" -> {
                elements(content.path("reflection")).forEach(entry -> reflective.add(entry.path("type").asText()));
                elements(content.path("resources")).forEach(entry -> resources.add(glob(entry.path("glob").asText())));
            }
            default -> {
            }
        }
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static Pattern glob(String glob) {
        return Pattern.compile(Pattern.quote(glob).replace("**", "\\E.*\\Q").replace("*", "\\E[^/]*\\Q"));
    }
}

package io.tocsin.local.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import io.tocsin.local.service.Service;

/** What the services say of their paths, and what the front door makes of them. */
class PublicPathsTest {

    private static final Path DOCUMENTS = Path.of("..", "docs", "openapi");

    static Stream<Arguments> paths() {
        return Stream.of(Service.values())
                .flatMap(service -> pathsOf(service).map(path -> Arguments.of(service, path)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("paths")
    void publicPathsLeadToTheirServiceAndPrivateOnesNowhere(Service service, String path) {
        var routed = Routes.serviceFor(path);

        if (path.matches("/(inbox|outbox|q)(/.*)?")) {
            assertThat(routed).isEmpty();
        } else {
            assertThat(routed).contains(service);
        }
    }

    private static Stream<String> pathsOf(Service service) {
        try (var text = Files.newBufferedReader(DOCUMENTS.resolve(service.id() + ".yaml"))) {
            Map<String, Map<String, Object>> document = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            return document.get("paths")
                    .keySet()
                    .stream()
                    .map(path -> path.replace("{format}", "json").replaceAll("\\{\\w+}", "1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.tocsin.charts.rendered;

import java.nio.file.Path;
import java.util.stream.Stream;

/** The documents in which the services say what their paths are. */
public final class OpenApi {

    private OpenApi() {}

    /** Each path of a service, with something in place of its parameters. */
    public static Stream<String> paths(String service) {
        var document = Rendered.read(Path.of("..", "docs", "openapi", service + ".yaml")).objects().get(0);
        return document.map("paths")
                .keySet()
                .stream()
                .map(path -> path.replace("{format}", "json").replaceAll("\\{\\w+}", "1"));
    }

    /** What only the services themselves and operators may reach. */
    public static boolean isPrivate(String path) {
        return path.matches("/(inbox|outbox|q)(/.*)?");
    }
}

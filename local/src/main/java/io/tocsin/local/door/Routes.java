package io.tocsin.local.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import io.tocsin.local.service.Service;

/** Which service serves which path: the routing table of the chart {@code tocsin}, so that the ingress routes the same way. */
final class Routes {

    private static final List<Route> ALL = read();

    /** A dot segment, also a disguised one: what a service makes of it may lie outside of its route. */
    private static final Pattern DOTS = Pattern.compile("(?i)(^|[/\\\\]|%2f|%5c)(\\.|%2e){1,2}($|[/\\\\;]|%2f|%5c)");

    private Routes() {}

    static Optional<Service> serviceFor(String path) {
        if (DOTS.matcher(path).find()) {
            return Optional.empty();
        }
        return ALL.stream()
                .filter(route -> route.matches(path))
                .map(Route::service)
                .findFirst();
    }

    private static List<Route> read() {
        try (var text = Routes.class.getResourceAsStream("routes.yaml")) {
            List<Map<String, Object>> entries = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            return entries.stream().map(Route::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A path and all below it.
     *
     * @param formats endings which the path itself may have: {@code json} for {@code /alerts.json}
     */
    private record Route(String path, Service service, List<String> formats) {

        @SuppressWarnings("unchecked")
        static Route of(Map<String, Object> entry) {
            var service = Arrays.stream(Service.values()).filter(one -> one.id().equals(entry.get("service"))).findFirst();
            return new Route((String) entry.get("path"), service.orElseThrow(),
                    (List<String>) entry.getOrDefault("formats", List.of()));
        }

        boolean matches(String asked) {
            return asked.equals(path)
                    || asked.startsWith(path + "/")
                    || formats.stream().anyMatch(format -> asked.equals(path + "." + format));
        }
    }
}

package io.tocsin.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.tocsin.charts.rendered.Charts;
import io.tocsin.charts.rendered.Manifest;
import io.tocsin.charts.rendered.OpenApi;
import io.tocsin.charts.rendered.Rendered;

/** The ways in, compared with what the services say of their paths. */
class RoutingTest {

    private static final List<Backend> INGRESS = ingress(Charts.render(Charts.UMBRELLA, "cloudnative-pg"));
    private static final List<Backend> HTTP_ROUTE = httpRoute(Charts.render(Charts.UMBRELLA, "production"));

    static Stream<Arguments> paths() {
        return Charts.SERVICES.stream()
                .flatMap(service -> OpenApi.paths(service).map(path -> Arguments.of(service, path)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("paths")
    void eachPublicPathIsRoutedOnceAndNoPrivateOne(String service, String path) {
        var expected = OpenApi.isPrivate(path) ? List.of() : List.of("tocsin-" + service);

        assertThat(servicesOf(INGRESS, path)).isEqualTo(expected);
        assertThat(servicesOf(HTTP_ROUTE, path)).isEqualTo(expected);
    }

    @Test
    void ingressAndHttpRouteLeadTheSameWay() {
        assertThat(HTTP_ROUTE).containsExactlyInAnyOrderElementsOf(INGRESS);
    }

    @Test
    void anHttpRouteHasRoomForAllOfThem() {
        var rules = Charts.render(Charts.UMBRELLA, "production").one("HTTPRoute", Charts.RELEASE).list("spec", "rules");

        assertThat(rules).hasSizeLessThanOrEqualTo(16)
                .allSatisfy(rule -> assertThat((List<?>) rule.get("matches")).hasSizeLessThanOrEqualTo(64));
    }

    /** Every place a path leads to. Of a prefix within a prefix, the longer one counts. */
    private static List<String> servicesOf(List<Backend> backends, String path) {
        var matching = backends.stream().filter(backend -> backend.matches(path)).toList();
        var longest = matching.stream().mapToInt(backend -> backend.path.length()).max().orElse(0);
        return matching.stream().filter(backend -> backend.path.length() == longest).map(Backend::service).toList();
    }

    private static List<Backend> ingress(Rendered rendered) {
        return rendered.one("Ingress", Charts.RELEASE)
                .list("spec", "rules")
                .stream()
                .flatMap(rule -> ((List<?>) Manifest.at(rule, "http", "paths")).stream())
                .map(path -> new Backend(text(path, "path"), text(path, "pathType").equals("Exact"),
                        text(path, "backend", "service", "name")))
                .toList();
    }

    private static List<Backend> httpRoute(Rendered rendered) {
        return rendered.one("HTTPRoute", Charts.RELEASE)
                .list("spec", "rules")
                .stream()
                .flatMap(rule -> ((List<?>) rule.get("matches")).stream().map(match -> backend(rule, match)))
                .toList();
    }

    private static Backend backend(Map<String, Object> rule, Object match) {
        var backend = ((List<?>) rule.get("backendRefs")).get(0);
        return new Backend(text(match, "path", "value"), text(match, "path", "type").equals("Exact"), text(backend, "name"));
    }

    private static String text(Object start, String... path) {
        return String.valueOf(Manifest.at(start, path));
    }

    private record Backend(String path, boolean exact, String service) {

        boolean matches(String asked) {
            return asked.equals(path) || !exact && asked.startsWith(path + "/");
        }
    }
}

package io.tocsin.charts.rendered;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.marcnuri.helm.Helm;

/** The charts of this repository, through the Helm engine itself. */
public final class Charts {

    public static final Path HELM = Path.of("").toAbsolutePath();
    public static final List<String> SERVICES = List.of("events-service", "alerts-service", "audit-service",
            "notifier-service");
    public static final String UMBRELLA = "tocsin";
    public static final String RELEASE = "tocsin";

    /** Without it the engine takes a version which no cluster has any more. */
    private static final String KUBERNETES = "1.34.0";

    private Charts() {}

    public static Stream<String> all() {
        return Stream.concat(SERVICES.stream(), Stream.of(UMBRELLA));
    }

    /** @param values a file in {@code ci/} without its ending */
    public static Rendered render(String chart, String values) {
        return render(chart, HELM.resolve(chart).resolve("ci").resolve(values + "-values.yaml"));
    }

    /** What is rendered, hooks included: Helm leaves what bears a hook's annotation out of {@code template}. */
    public static Rendered render(String chart, Path values, String... settings) {
        var template = new Helm(HELM.resolve(chart)).template()
                .withKubeVersion(KUBERNETES)
                .withName(RELEASE)
                .withNamespace("tocsin")
                .withValuesFile(values);
        hookSwitches(chart).forEach(name -> template.set(name, false));
        for (var setting : settings) {
            var parts = setting.split("=", 2);
            template.set(parts[0], parts[1]);
        }
        return Rendered.parse(template.call());
    }

    /** What strict linting has to say; empty when nothing. */
    public static List<String> lint(String chart) {
        var result = new Helm(HELM.resolve(chart)).lint().strict().call();
        return result.isFailed() ? result.getMessages() : List.of();
    }

    private static Stream<String> hookSwitches(String chart) {
        return chart.equals(UMBRELLA)
                ? Stream.concat(Stream.of("check.hook"), SERVICES.stream().map(service -> service + ".migration.hook"))
                : Stream.of("migration.hook");
    }
}

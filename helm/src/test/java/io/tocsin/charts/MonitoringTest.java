package io.tocsin.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.tocsin.charts.rendered.Rendered;

/** What wakes a person, and what that person then reads. */
class MonitoringTest {

    private static final Path ROOT = Path.of("..");
    private static final Path RUNBOOKS = ROOT.resolve("docs/runbooks");
    private static final Path RULES = ROOT.resolve("k8s/monitoring/rules.yaml");
    private static final Path DASHBOARD = ROOT.resolve("k8s/monitoring/dashboard.json");
    private static final Pattern OURS = Pattern.compile("\\btocsin_[a-z_]+");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z.]+)\"");

    /** What Prometheus' naming adds to a meter's own name. */
    private static final Pattern ADDED = Pattern.compile("(_total|_seconds|_seconds_(bucket|count|sum|max)|_max)$");

    private static final Set<String> LITERALS = literals();

    static Stream<Map<?, ?>> alerts() {
        return Rendered.read(RULES)
                .objects()
                .get(0)
                .list("spec", "groups")
                .stream()
                .flatMap(group -> ((List<?>) group.get("rules")).stream())
                .map(rule -> (Map<?, ?>) rule);
    }

    static Stream<String> metrics() {
        return Stream.of(RULES, DASHBOARD)
                .flatMap(file -> OURS.matcher(text(file)).results())
                .map(match -> match.group())
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void eachAlertHasARunbookOfItsName(Map<?, ?> alert) {
        var runbook = RUNBOOKS.resolve(alert.get("alert") + ".md");

        assertThat(runbook).exists();
        assertThat(text(runbook)).contains("# " + alert.get("alert"), "## Meaning", "## Impact", "## Diagnosis",
                "## Mitigation");
        assertThat(((Map<?, ?>) alert.get("annotations")).get("runbook_url").toString())
                .endsWith("/docs/runbooks/" + runbook.getFileName());
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void eachAlertSaysHowLoudItIsAndWhatItIsAbout(Map<?, ?> alert) {
        assertThat((Map<?, ?>) alert.get("labels")).extracting("severity").isIn("warning", "critical");
        assertThat(((Map<?, ?>) alert.get("annotations")).keySet()).extracting(String::valueOf)
                .contains("summary", "description");
    }

    @Test
    void noRunbookIsLeftBehind() throws IOException {
        var names = alerts().map(alert -> alert.get("alert") + ".md").collect(Collectors.toSet());

        try (var files = Files.list(RUNBOOKS)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void eachMetricIsOneOfOurs(String metric) {
        var name = metric.replace('_', '.');
        var meter = ADDED.matcher(metric).replaceFirst("").replace('_', '.');

        assertThat(isMeter(meter) || isMeter(name)).as("no source names a meter %s", meter).isTrue();
    }

    @Test
    void everyPanelLooksAtOneInstallation() throws IOException {
        var dashboard = new com.fasterxml.jackson.databind.ObjectMapper().readTree(text(DASHBOARD));

        assertThat(dashboard.get("uid").asText()).isEqualTo("tocsin");
        assertThat(dashboard.get("panels")).isNotEmpty()
                .allSatisfy(panel -> assertThat(panel.get("targets").findValuesAsText("expr"))
                        .allSatisfy(query -> assertThat(query).contains("namespace=\"$namespace\"")));
    }

    /** Written out, or put together of a beginning and an end. */
    private static boolean isMeter(String name) {
        return LITERALS.contains(name)
                || Pattern.compile("\\.")
                        .matcher(name)
                        .results()
                        .anyMatch(dot -> LITERALS.contains(name.substring(0, dot.end()))
                                && LITERALS.contains(name.substring(dot.end())));
    }

    /** Every text in the sources of the services that could be a meter's name, or a part of it. */
    private static Set<String> literals() {
        return Stream.of("events-service", "alerts-service", "audit-service", "notifier-service", "libs")
                .flatMap(module -> sources(ROOT.resolve(module)))
                .flatMap(file -> LITERAL.matcher(text(file)).results())
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static Stream<Path> sources(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().contains("/src/main/java/") && file.toString().endsWith(".java"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

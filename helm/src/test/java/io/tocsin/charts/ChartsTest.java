package io.tocsin.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.tocsin.charts.kubernetes.KubernetesApi;
import io.tocsin.charts.rendered.Charts;
import io.tocsin.charts.rendered.Manifest;
import io.tocsin.charts.rendered.Rendered;

/** Each chart with each of its example values. */
class ChartsTest {

    static Stream<String> charts() {
        return Charts.all();
    }

    /** Each file of {@code ci/} of each chart. */
    static Stream<Arguments> examples() {
        return Charts.all()
                .flatMap(chart -> filesOf(Charts.HELM.resolve(chart).resolve("ci"))
                        .map(file -> Arguments.of(chart, file.getFileName().toString(), Charts.render(chart, file))));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void strictLintingHasNothingToSay(String chart) {
        assertThat(Charts.lint(chart)).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("examples")
    void kubernetesTakesEveryObject(String chart, String values, Rendered rendered) {
        assertThat(rendered.objects()).isNotEmpty();
        assertThat(rendered.objects()).allSatisfy(object -> assertThat(KubernetesApi.objection(object)).isEmpty());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("examples")
    void everyPodIsRestricted(String chart, String values, Rendered rendered) {
        assertThat(rendered.workloads()).isNotEmpty().allSatisfy(workload -> {
            var pod = workload.pod();
            assertThat(pod.get("automountServiceAccountToken")).isEqualTo(false);
            assertThat(Manifest.at(pod, "securityContext", "runAsNonRoot")).isEqualTo(true);
            assertThat(Manifest.at(pod, "securityContext", "seccompProfile", "type")).isEqualTo("RuntimeDefault");
            assertThat(workload.containers()).allSatisfy(ChartsTest::isRestricted);
            assertThat(pod).doesNotContainKeys("hostNetwork", "hostPID", "hostIPC");
        });
    }

    private static void isRestricted(Map<String, Object> container) {
        assertThat(Manifest.at(container, "securityContext", "allowPrivilegeEscalation")).isEqualTo(false);
        assertThat(Manifest.at(container, "securityContext", "readOnlyRootFilesystem")).isEqualTo(true);
        assertThat(Manifest.at(container, "securityContext", "capabilities", "drop")).isEqualTo(List.of("ALL"));
        assertThat(Manifest.at(container, "resources", "requests", "memory")).isNotNull();
        assertThat(Manifest.at(container, "resources", "limits", "memory")).isNotNull();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("examples")
    void noPasswordIsWrittenDown(String chart, String values, Rendered rendered) {
        var variables = rendered.workloads()
                .flatMap(workload -> workload.containers().stream())
                .flatMap(container -> ((List<?>) container.getOrDefault("env", List.of())).stream())
                .filter(variable -> Manifest.at(variable, "name")
                        .toString()
                        .matches(".*(PASSWORD|SECRET|CREDENTIAL|TOKEN|USERNAME).*"));

        assertThat(variables).allSatisfy(variable -> {
            assertThat(Manifest.at(variable, "value")).isNull();
            assertThat(Manifest.at(variable, "valueFrom", "secretKeyRef", "name")).isNotNull();
        });
        assertThat(rendered.ofKind("ConfigMap").map(map -> map.text("data", "application.properties")))
                .allSatisfy(text -> assertThat(text).doesNotContainPattern("(?m)^[^=]*(password|credential|secret)="));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void aKeyWhichDoesNotExistIsRefused(String chart, @TempDir Path folder) throws IOException {
        var values = folder.resolve("values.yaml");
        Files.writeString(values, chart.equals(Charts.UMBRELLA)
                ? "events-service: {replica: 3}"
                : "replica: 3");

        assertThatThrownBy(() -> Charts.render(chart, values)).hasMessageContaining("replica");
    }

    @Test
    void theCheckItselfFindsWhatKubernetesDoesNotKnow() {
        var wrong = Rendered.parse("""
                apiVersion: v1
                kind: Service
                metadata: {name: a}
                spec: {port: 1}
                ---
                apiVersion: policy/v1beta1
                kind: PodDisruptionBudget
                metadata: {name: a}
                ---
                apiVersion: monitoring.coreos.com/v1
                kind: ServiceMonitor
                metadata: {name: a}
                spec: {selector: {}, endpoint: []}
                ---
                apiVersion: postgresql.cnpg.io/v1
                kind: Database
                metadata: {name: a}
                spec: {name: 1}
                """);

        assertThat(wrong.objects()).hasSize(4)
                .allSatisfy(object -> assertThat(KubernetesApi.objection(object)).isNotEmpty());
    }

    private static Stream<Path> filesOf(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

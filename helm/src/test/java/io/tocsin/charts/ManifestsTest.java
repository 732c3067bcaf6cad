package io.tocsin.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.tocsin.charts.kubernetes.KubernetesApi;
import io.tocsin.charts.rendered.Charts;
import io.tocsin.charts.rendered.Manifest;
import io.tocsin.charts.rendered.Rendered;

/** What stands beside the charts, in {@code k8s}. */
class ManifestsTest {

    private static final Path K8S = Path.of("..", "k8s");

    /** All but what only kustomize and kind read. */
    static Stream<Path> files() throws IOException {
        try (var files = Files.walk(K8S)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith("kustomization.yaml") && !file.endsWith("kind.yaml") && !file.endsWith(
                            "archive.yaml"))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void kubernetesAndItsOperatorsTakeEveryObject(Path file) {
        assertThat(Rendered.read(file).objects()).isNotEmpty()
                .allSatisfy(object -> assertThat(KubernetesApi.objection(object)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileIsPartOfAKustomization(Path file) throws IOException {
        assertThat(Files.readString(file.resolveSibling("kustomization.yaml"))).contains(file.getFileName().toString());
    }

    @Test
    void theNamespaceTakesOnlyRestrictedPods() {
        var namespace = Rendered.read(K8S.resolve("base/namespace.yaml")).objects().get(0);

        assertThat(namespace.map("metadata", "labels")).containsEntry("pod-security.kubernetes.io/enforce", "restricted");
    }

    @Test
    void eachServiceHasADatabaseWhichTheRoleOfItsMigrationsOwns() {
        var databases = Rendered.read(K8S.resolve("cloudnative-pg/databases.yaml")).ofKind("Database").toList();
        var rendered = Charts.render(Charts.UMBRELLA, "cloudnative-pg");
        var roles = Rendered.read(K8S.resolve("cloudnative-pg/cluster.yaml")).objects().get(0).list("spec", "managed", "roles");

        assertThat(databases).hasSize(4).allSatisfy(database -> {
            var name = database.text("spec", "name");
            assertThat(ServiceChartTest.settings(rendered, name + "-service")).contains(":5432/" + name + "\n");
            assertThat(secretOf(roles, database.text("spec", "owner"))).isEqualTo("tocsin-" + name + "-database-owner");
            assertThat(secretOf(roles, name)).isEqualTo("tocsin-" + name + "-database");
        });
    }

    @Test
    void noRoleMayMoreThanLogIn() {
        var roles = Rendered.read(K8S.resolve("cloudnative-pg/cluster.yaml")).objects().get(0).list("spec", "managed", "roles");

        assertThat(roles).hasSize(8)
                .allSatisfy(role -> assertThat(role.keySet()).containsExactlyInAnyOrder("name", "ensure", "login",
                        "passwordSecret"));
    }

    private static Object secretOf(List<Map<String, Object>> roles, String name) {
        return roles.stream()
                .filter(role -> role.get("name").equals(name))
                .map(role -> Manifest.at(role, "passwordSecret", "name"))
                .findFirst()
                .orElse(null);
    }
}

package io.tocsin.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.tocsin.charts.rendered.Charts;
import io.tocsin.charts.rendered.Manifest;
import io.tocsin.charts.rendered.Rendered;

/** Where the services find PostgreSQL, and who changes its tables. */
class DatabaseTest {

    private static final Rendered CNPG = Charts.render(Charts.UMBRELLA, "cloudnative-pg");
    private static final Rendered EXTERNAL = Charts.render(Charts.UMBRELLA, "external-database");
    private static final Rendered POOLED = Charts.render(Charts.UMBRELLA, "production");

    static Stream<String> services() {
        return Charts.SERVICES.stream();
    }

    @ParameterizedTest
    @MethodSource("services")
    void withCloudNativePgEachServiceHasItsDatabaseAndItsRoles(String service) {
        var name = service.replace("-service", "");

        assertThat(ServiceChartTest.settings(CNPG, service)).contains(
                "quarkus.datasource.reactive.url=postgresql://tocsin-db-rw:5432/" + name + "\n",
                "quarkus.datasource.reactive.postgresql.ssl-mode=verify-full\n",
                "quarkus.datasource.jdbc.url=jdbc:postgresql://tocsin-db-rw:5432/" + name
                        + "?sslmode=verify-full&sslrootcert=/etc/tocsin/database-ca/ca.crt\n");
        assertThat(secretOf(CNPG.one("Deployment", "tocsin-" + service), "QUARKUS_DATASOURCE")).isEqualTo("tocsin-" + name
                + "-database");
        assertThat(secretOf(migration(CNPG, service), "QUARKUS_DATASOURCE")).isEqualTo("tocsin-" + name + "-database");
        assertThat(secretOf(migration(CNPG, service), "QUARKUS_FLYWAY")).isEqualTo("tocsin-" + name + "-database-owner");
    }

    @Test
    void anExternalDatabaseIsNamedByUrlAndSecret() {
        assertThat(ServiceChartTest.settings(EXTERNAL, "alerts-service"))
                .contains("quarkus.datasource.reactive.url=postgresql://pg-1.example.org/alerts\n",
                        "quarkus.datasource.jdbc.url=jdbc:postgresql://pg-1.example.org/alerts?sslmode=require");
        assertThat(secretOf(EXTERNAL.one("Deployment", "tocsin-alerts-service"), "QUARKUS_DATASOURCE")).isEqualTo("my-alerts");
        assertThat(secretOf(migration(EXTERNAL, "alerts-service"), "QUARKUS_DATASOURCE")).isEqualTo("my-alerts");
        assertThat(variables(migration(EXTERNAL, "alerts-service"))).doesNotContainKey("QUARKUS_FLYWAY_PASSWORD");
        assertThat(secretOf(migration(EXTERNAL, "audit-service"), "QUARKUS_FLYWAY")).isEqualTo("my-audit-owner");
    }

    @Test
    void migrationsGoPastThePooler() {
        var byUrl = variables(migration(EXTERNAL, "events-service"));
        var byHost = variables(migration(POOLED, "alerts-service"));

        assertThat(ServiceChartTest.settings(EXTERNAL, "events-service")).contains("pg-1.example.org:6432/events");
        assertThat(byUrl.get("QUARKUS_DATASOURCE_JDBC_URL")).startsWith("jdbc:postgresql://pg-1.example.org:5432/events?");
        assertThat(ServiceChartTest.settings(POOLED, "alerts-service")).contains("postgresql://tocsin-db-pooler:5432/alerts");
        assertThat(byHost.get("QUARKUS_DATASOURCE_JDBC_URL")).startsWith("jdbc:postgresql://tocsin-db-rw:5432/alerts?");
    }

    @ParameterizedTest
    @MethodSource("services")
    void behindAPoolerNothingBelongsToASession(String service) {
        assertThat(ServiceChartTest.settings(POOLED, service)).contains("tocsin.database.pooler=true", "prepareThreshold=0");
        assertThat(ServiceChartTest.settings(CNPG, service)).contains("tocsin.database.pooler=false")
                .doesNotContain("prepareThreshold");
    }

    @ParameterizedTest
    @MethodSource("services")
    void aJobMigratesBeforeEachInstallationAndUpgrade(String service) {
        var visible = migration(CNPG, service);
        var template = new com.marcnuri.helm.Helm(Charts.HELM.resolve(service)).template().withKubeVersion("1.34.0").call();

        assertThat(variables(visible)).containsEntry("QUARKUS_INIT_AND_EXIT", "true")
                .containsEntry("QUARKUS_FLYWAY_MIGRATE_AT_START", "true");
        assertThat(visible.pod()).containsEntry("restartPolicy", "Never");
        assertThat(image(visible)).isEqualTo(image(CNPG.one("Deployment", "tocsin-" + service)));
        assertThat(ServiceChartTest.settings(CNPG, service)).contains("quarkus.flyway.migrate-at-start=false");
        assertThat(Rendered.parse(template).ofKind("Job")).as("a hook is no part of the release").isEmpty();
    }

    @Test
    void withoutAJobTheServiceMigratesItself() {
        assertThat(ServiceChartTest.settings(EXTERNAL, "notifier-service")).contains("quarkus.flyway.migrate-at-start=true");
        assertThat(EXTERNAL.ofKind("Job").map(Manifest::name)).doesNotContain("tocsin-notifier-service-migration");
    }

    @Test
    void whatAHookNeedsIsThereBeforeTheRelease() {
        var ofTheRelease = CNPG.objects().stream().map(Manifest::name).toList();

        assertThat(CNPG.ofKind("Job")).hasSize(4).allSatisfy(job -> {
            assertThat(job.pod()).doesNotContainKey("serviceAccountName");
            assertThat((List<?>) job.pod().get("volumes"))
                    .noneSatisfy(volume -> assertThat(ofTheRelease).contains(String.valueOf(Manifest.at(volume, "configMap",
                            "name"))));
        });
    }

    private static Manifest migration(Rendered rendered, String service) {
        return rendered.one("Job", "tocsin-" + service + "-migration");
    }

    private static Object image(Manifest workload) {
        return workload.containers().get(0).get("image");
    }

    private static Map<String, String> variables(Manifest workload) {
        return ((List<?>) workload.containers().get(0).get("env")).stream()
                .collect(Collectors.toMap(one -> Manifest.at(one, "name").toString(), one -> String.valueOf(Manifest.at(one,
                        "value"))));
    }

    private static String secretOf(Manifest workload, String login) {
        return ((List<?>) workload.containers().get(0).get("env")).stream()
                .filter(one -> Manifest.at(one, "name").equals(login + "_PASSWORD"))
                .map(one -> String.valueOf(Manifest.at(one, "valueFrom", "secretKeyRef", "name")))
                .findFirst()
                .orElseThrow();
    }
}

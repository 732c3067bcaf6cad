package io.tocsin.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.tocsin.charts.rendered.Charts;
import io.tocsin.charts.rendered.Manifest;
import io.tocsin.charts.rendered.Rendered;

/** What the objects of one service do for it. */
class ServiceChartTest {

    private static final Rendered CNPG = Charts.render(Charts.UMBRELLA, "cloudnative-pg");
    private static final Rendered PRODUCTION = Charts.render(Charts.UMBRELLA, "production");

    static Stream<String> services() {
        return Charts.SERVICES.stream();
    }

    @ParameterizedTest
    @MethodSource("services")
    void anUpdateNeverDropsBelowCapacity(String service) {
        var update = deployment(CNPG, service).map("spec", "strategy", "rollingUpdate");

        assertThat(update).containsEntry("maxUnavailable", 0).containsEntry("maxSurge", 1);
    }

    @ParameterizedTest
    @MethodSource("services")
    void probesAskTheManagementPort(String service) {
        var container = deployment(CNPG, service).containers().get(0);

        for (var probe : Map.of("startupProbe", "started", "livenessProbe", "live", "readinessProbe", "ready").entrySet()) {
            assertThat(Manifest.at(container, probe.getKey(), "httpGet", "port")).isEqualTo("management");
            assertThat(Manifest.at(container, probe.getKey(), "httpGet", "path")).isEqualTo("/q/health/" + probe.getValue());
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void aPodThatGoesServesUntilEverybodyKnowsAndFinishesItsCalls(String service) {
        var deployment = deployment(CNPG, service);
        var drain = (Integer) Manifest.at(deployment.containers().get(0), "lifecycle", "preStop", "sleep", "seconds");
        var grace = (Integer) deployment.pod().get("terminationGracePeriodSeconds");

        assertThat(drain).isPositive();
        assertThat(settings(CNPG, service)).contains("quarkus.shutdown.delay=8s", "quarkus.shutdown.timeout=20s");
        assertThat(grace).isGreaterThan(drain + 8 + 20);
    }

    @ParameterizedTest
    @MethodSource("services")
    void everythingSelectsThePodsThatServeAndNeverThoseOfAJob(String service) {
        var deployment = deployment(CNPG, service);
        var selector = deployment.map("spec", "selector", "matchLabels");
        var job = CNPG.one("Job", "tocsin-" + service + "-migration");

        assertThat(deployment.map("spec", "template", "metadata", "labels")).containsAllEntriesOf(selector);
        assertThat(CNPG.one("Service", "tocsin-" + service).map("spec", "selector")).isEqualTo(selector);
        assertThat(CNPG.one("PodDisruptionBudget", "tocsin-" + service).map("spec", "selector", "matchLabels")).isEqualTo(
                selector);
        assertThat(job.map("spec", "template", "metadata", "labels")).doesNotContainEntry("app.kubernetes.io/component",
                "service");
        assertThat(selector).containsOnlyKeys("app.kubernetes.io/name", "app.kubernetes.io/instance",
                "app.kubernetes.io/component");
    }

    @ParameterizedTest
    @MethodSource("services")
    void replicasBelongToTheAutoscalerWhenThereIsOne(String service) {
        var scaled = PRODUCTION.ofKind("HorizontalPodAutoscaler").anyMatch(scaler -> scaler.name().equals("tocsin-" + service));

        assertThat(deployment(PRODUCTION, service).at("spec", "replicas") == null).isEqualTo(scaled);
        assertThat(deployment(CNPG, service).at("spec", "replicas")).isEqualTo(2);
    }

    @Test
    void productionHasTwoAndMoreOfEverything() {
        assertThat(PRODUCTION.ofKind("Deployment").map(one -> one.at("spec", "replicas")))
                .allSatisfy(replicas -> assertThat(replicas == null || (Integer) replicas >= 2).isTrue());
        assertThat(PRODUCTION.ofKind("HorizontalPodAutoscaler").map(one -> (Integer) one.at("spec", "minReplicas")))
                .isNotEmpty()
                .allSatisfy(least -> assertThat(least).isGreaterThanOrEqualTo(2));
        assertThat(PRODUCTION.ofKind("PodDisruptionBudget")).hasSize(4);
        assertThat(PRODUCTION.ofKind("ServiceMonitor")).hasSize(4);
    }

    @ParameterizedTest
    @MethodSource("services")
    void aChangedSettingRollsThePods(String service) {
        var checksum = checksum(deployment(CNPG, service));
        var changed = Charts.render(Charts.UMBRELLA, Charts.HELM.resolve("tocsin/ci/cloudnative-pg-values.yaml"),
                service + ".config.a\\.setting=1");

        assertThat(checksum(deployment(changed, service))).isNotEqualTo(checksum);
        assertThat(settings(changed, service)).contains("a.setting=1");
        assertThat(checksum(deployment(Charts.render(Charts.UMBRELLA, "cloudnative-pg"), service))).isEqualTo(checksum);
    }

    @ParameterizedTest
    @MethodSource("services")
    void podsSpreadOverNodesAndZones(String service) {
        var constraints = (List<?>) deployment(CNPG, service).pod().get("topologySpreadConstraints");

        assertThat(constraints).extracting(constraint -> Manifest.at(constraint, "topologyKey"))
                .containsExactly("kubernetes.io/hostname", "topology.kubernetes.io/zone");
    }

    @Test
    void theAuditLogIsSignedWithAMountedKeyAndItsHeadsLeaveThePod() {
        var audit = deployment(PRODUCTION, "audit-service");

        assertThat(settings(PRODUCTION, "audit-service")).contains(
                "tocsin.audit.heads.key-file=/etc/tocsin/audit-key/audit-key.pem",
                "tocsin.audit.heads.folder=/var/lib/tocsin/audit-heads");
        assertThat(volume(audit, "audit-key")).asString().contains("secretName=tocsin-audit-key");
        assertThat(volume(audit, "audit-heads")).asString().contains("claimName=audit-heads");
        assertThat(mount(audit, "audit-key")).asString().contains("mountPath=/etc/tocsin/audit-key,", "readOnly=true");
        assertThat(mount(audit, "audit-heads")).asString()
                .contains("mountPath=/var/lib/tocsin/audit-heads")
                .doesNotContain("readOnly");
        assertThat(settings(Charts.render(Charts.UMBRELLA, "external-database"), "audit-service"))
                .doesNotContain("tocsin.audit.heads");
    }

    @Test
    void secretsOfYourOwnAreMountedWhereYouSay() {
        var notifier = deployment(PRODUCTION, "notifier-service");

        assertThat(volume(notifier, "webhooks")).asString().contains("secretName=webhook-secrets");
        assertThat(mount(notifier, "webhooks")).asString().contains("mountPath=/etc/tocsin/webhooks,", "readOnly=true");
    }

    @Test
    void noSecretIsMadeWhichAnUpgradeCouldMakeAnew() {
        assertThat(CNPG.ofKind("Secret")).isEmpty();
        assertThat(PRODUCTION.ofKind("Secret")).isEmpty();
    }

    @Test
    void theIngressHasNoAnnotationsOfAController() {
        assertThat(CNPG.one("Ingress", "tocsin").at("metadata", "annotations")).isNull();
    }

    static String settings(Rendered rendered, String service) {
        return rendered.one("ConfigMap", "tocsin-" + service).text("data", "application.properties");
    }

    private static Manifest deployment(Rendered rendered, String service) {
        return rendered.one("Deployment", "tocsin-" + service);
    }

    private static Object volume(Manifest deployment, String name) {
        return named(deployment.pod().get("volumes"), name);
    }

    private static Object mount(Manifest deployment, String name) {
        return named(Manifest.at(deployment.containers().get(0), "volumeMounts"), name);
    }

    private static Object named(Object list, String name) {
        return ((List<?>) list).stream().filter(one -> name.equals(Manifest.at(one, "name"))).findFirst().orElseThrow();
    }

    private static String checksum(Manifest deployment) {
        return deployment.text("spec", "template", "metadata", "annotations", "checksum/config");
    }
}

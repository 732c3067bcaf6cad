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
import io.tocsin.charts.rendered.OpenApi;
import io.tocsin.charts.rendered.Rendered;

/** Who may speak to whom. */
class NetworkPolicyTest {

    private static final Rendered PRODUCTION = Charts.render(Charts.UMBRELLA, "production");

    static Stream<String> services() {
        return Charts.SERVICES.stream();
    }

    @ParameterizedTest
    @MethodSource("services")
    void whoeverSendsIsLetInAndNobodyElse(String receiver) {
        var senders = Charts.SERVICES.stream().filter(sender -> receivers(sender).contains(receiver)).toList();

        assertThat(callers(receiver)).containsExactlyInAnyOrderElementsOf(senders);
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceKnowsWhereItsMessagesGoIfAndOnlyIfItMaySendThem(String service) {
        var destinations = ServiceChartTest.settings(PRODUCTION, service)
                .lines()
                .filter(line -> line.startsWith("tocsin.outbox.destinations."))
                .map(line -> line.replaceAll("tocsin.outbox.destinations.|=.*", ""))
                .toList();

        assertThat(destinations).containsExactlyInAnyOrderElementsOf(receivers(service));
    }

    @ParameterizedTest
    @MethodSource("services")
    void theGatewayReachesOnlyWhoHasAPublicApi(String service) {
        var isPublic = OpenApi.paths(service).anyMatch(path -> !OpenApi.isPrivate(path));
        var fromGateway = rules(service, "ingress").stream()
                .filter(rule -> rule.toString().contains("kubernetes.io/metadata.name=gateway"))
                .toList();

        assertThat(fromGateway).hasSize(isPublic ? 1 : 0).allSatisfy(rule -> assertThat(ports(rule)).containsExactly("http"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void healthAndMetricsAreForMonitoringAlone(String service) {
        var toManagement = rules(service, "ingress").stream().filter(rule -> ports(rule).contains("management")).toList();

        assertThat(toManagement).hasSize(1).first().asString().contains("kubernetes.io/metadata.name=monitoring");
    }

    @ParameterizedTest
    @MethodSource("services")
    void noRuleIsOpenToEverybody(String service) {
        assertThat(rules(service, "ingress")).isNotEmpty().allSatisfy(rule -> assertThat(rule).containsKeys("from", "ports"));
        assertThat(rules(service, "egress")).isNotEmpty().allSatisfy(rule -> assertThat(rule).containsKey("ports"));
        assertThat(policy(service).at("spec", "policyTypes")).isEqualTo(List.of("Ingress", "Egress"));
    }

    @Test
    void onlyTheNotifierReachesMailServers() {
        assertThat(services().filter(service -> rules(service, "egress").stream()
                .anyMatch(rule -> ports(rule).contains("465"))))
                .containsExactly("notifier-service");
    }

    private static Manifest policy(String service) {
        return PRODUCTION.one("NetworkPolicy", "tocsin-" + service);
    }

    private static List<Map<String, Object>> rules(String service, String direction) {
        return policy(service).list("spec", direction);
    }

    private static List<String> ports(Map<String, Object> rule) {
        return ((List<?>) rule.get("ports")).stream().map(port -> String.valueOf(Manifest.at(port, "port"))).toList();
    }

    private static List<String> callers(String service) {
        return peers(rules(service, "ingress"), "from");
    }

    private static List<String> receivers(String service) {
        return peers(rules(service, "egress"), "to");
    }

    private static List<String> peers(List<Map<String, Object>> rules, String direction) {
        return rules.stream()
                .flatMap(rule -> ((List<?>) rule.getOrDefault(direction, List.of())).stream())
                .map(peer -> String.valueOf(Manifest.at(peer, "podSelector", "matchLabels", "app.kubernetes.io/name")))
                .filter(Charts.SERVICES::contains)
                .toList();
    }
}

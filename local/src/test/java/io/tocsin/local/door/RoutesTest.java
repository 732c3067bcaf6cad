package io.tocsin.local.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.tocsin.local.service.Service;

class RoutesTest {

    @ParameterizedTest
    @CsvSource({
            "/api/v1/events, EVENTS",
            "/api/v2/events/search, EVENTS",
            "/e/prod/api/v2/events/ingest, EVENTS",
            "/platform/classic/environment-api/v2/events, EVENTS",
            "/events/stream, EVENTS",
            "/v7/events/4711, EVENTS",
            "/v7/test-results, EVENTS",
            "/v7/tests/1, EVENTS",
            "/v7/account-groups, EVENTS",
            "/v1/metrics, EVENTS",
            "/v7/alerts, ALERTS",
            "/v7/alerts/rules/1, ALERTS",
            "/v7/alert-suppression-windows, ALERTS",
            "/alerts.json, ALERTS",
            "/alert-rules.xml, ALERTS",
            "/v6/alerts/7.xml, ALERTS",
            "/v6/alert-rules/new.json, ALERTS",
            "/v6/status.json, ALERTS",
            "/v5/alerts, ALERTS",
            "/v4/alert-rules, ALERTS",
            "/v7/audit-user-events, AUDIT",
            "/audit/heads, AUDIT",
            "/v7/connectors/generic, NOTIFIER",
            "/v7/operations/webhooks/1, NOTIFIER",
            "/notifications/unsubscribe, NOTIFIER" })
    void eachPathBelongsToOneService(String path, Service service) {
        assertThat(Routes.serviceFor(path)).contains(service);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/inbox", "/q/health", "/apiary", "/events", "/platform", "/v7/alertsx", "/", "", "//api",
            "/api/../inbox",
            "/api/%2e%2E/inbox",
            "/api/..%2finbox", "/api/.%2e/inbox", "/api/%2e%2e%2finbox", "/api\\..\\inbox", "/api/..;/inbox", "/api/.." })
    void whatIsNotListedStaysInside(String path) {
        assertThat(Routes.serviceFor(path)).isEmpty();
    }
}

package io.tocsin.alerts.result;

import io.tocsin.expression.metric.AlertType;
import io.tocsin.model.result.TestType;

/** Where layers of results leave it open whether an alert type is made for a test type, wire/thousandeyes.md §3.4. */
final class Compatibility {

    private Compatibility() {}

    static boolean isMadeFor(AlertType alerts, TestType test) {
        boolean isOfEndpoints = test == TestType.ENDPOINT_HTTP_SERVER || test == TestType.ENDPOINT_NETWORK_SERVER
                || test == TestType.ENDPOINT_PATH_TRACE;
        return switch (alerts) {
            case END_TO_END_AGENT -> test == TestType.AGENT_TO_AGENT;
            case END_TO_END_SERVER -> test != TestType.AGENT_TO_AGENT && !isOfEndpoints;
            case ENDPOINT_HTTP_SERVER, ENDPOINT_NETWORK_SERVER, ENDPOINT_PATH_TRACE -> isOfEndpoints;
            default -> !isOfEndpoints;
        };
    }
}

package io.tocsin.local.door;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.tocsin.local.service.Service;

/** Which service serves which path, as the ingress has it. What is not listed, such as /inbox and /q, stays inside. */
final class Routes {

    private static final List<Route> ALL = List.of(
            new Route("/api", Service.EVENTS),
            new Route("/e", Service.EVENTS),
            new Route("/platform/classic/environment-api", Service.EVENTS),
            new Route("/events/stream", Service.EVENTS),
            new Route("/v7/events", Service.EVENTS),
            new Route("/v7/test-results", Service.EVENTS),
            new Route("/v7/tests", Service.EVENTS),
            new Route("/v7/agents", Service.EVENTS),
            new Route("/v7/monitors", Service.EVENTS),
            new Route("/v7/account-groups", Service.EVENTS),
            new Route("/v1/metrics", Service.EVENTS),
            new Route("/v7/alerts", Service.ALERTS),
            new Route("/v7/alert-suppression-windows", Service.ALERTS),
            new Route("/alerts", Service.ALERTS),
            new Route("/alert-rules", Service.ALERTS),
            new Route("/v6/alerts", Service.ALERTS),
            new Route("/v6/alert-rules", Service.ALERTS),
            new Route("/v6/status", Service.ALERTS),
            new Route("/v5/alerts", Service.ALERTS),
            new Route("/v5/alert-rules", Service.ALERTS),
            new Route("/v4/alerts", Service.ALERTS),
            new Route("/v4/alert-rules", Service.ALERTS),
            new Route("/v7/audit-user-events", Service.AUDIT),
            new Route("/v6/audit", Service.AUDIT),
            new Route("/audit", Service.AUDIT),
            new Route("/notifications", Service.NOTIFIER));

    /** A dot segment, also a disguised one: what a service makes of it may lie outside of its route. */
    private static final Pattern DOTS = Pattern.compile("(?i)(^|[/\\\\]|%2f|%5c)(\\.|%2e){1,2}($|[/\\\\;]|%2f|%5c)");

    private Routes() {}

    static Optional<Service> serviceFor(String path) {
        if (DOTS.matcher(path).find()) {
            return Optional.empty();
        }
        return ALL.stream()
                .filter(route -> route.matches(path))
                .map(Route::service)
                .findFirst();
    }

    /** The paths of one service, for people. */
    static List<String> of(Service service) {
        return ALL.stream()
                .filter(route -> route.service() == service)
                .map(Route::prefix)
                .toList();
    }

    static List<Service> services() {
        return Arrays.asList(Service.values());
    }

    /** A prefix of whole segments; v6 adds the format to the last one: {@code /alerts.json}. */
    private record Route(String prefix, Service service) {

        boolean matches(String path) {
            return path.startsWith(prefix)
                    && (path.length() == prefix.length() || "/.".indexOf(path.charAt(prefix.length())) >= 0);
        }
    }
}

package io.tocsin.detection.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.tocsin.detection.component.Component;
import io.tocsin.detection.component.EventType;
import io.tocsin.model.result.ResultSource;
import io.tocsin.model.result.TestResult;

/**
 * Which components a flow passes. The target's prefix and AS come from path traces; one agent's trace of a test tells of the target for
 * all agents, and for tests of the same target which have no traces, or whose traces end at a proxy.
 */
final class Tagging {

    /** By test, and by target of those which end there. */
    final Routes routes = new Routes();

    void learn(TestResult trace, int minute) {
        var route = Route.of(trace);
        route.ifPresent(known -> routes.learn(routeKey(trace), known, minute));
        route.filter(known -> known.proxy().isEmpty()).ifPresent(known -> routes.learn(target(trace), known, minute));
    }

    /** What decides over the components of a flow; as long as it is the same, they are. */
    Basis basisOf(TestResult result) {
        return new Basis(result.test().server(), target(result), result.target().prefix(), result.source().network(), result
                .source()
                .countryId(),
                result.measurements().text("proxy").orElse(""), routes.version());
    }

    record Basis(String server, String target, String prefix, String network, String country, String proxy, int routes) {}

    List<Component> componentsOf(TestResult result) {
        var found = new ArrayList<Component>();
        var own = routes.of(routeKey(result));
        var route = own == Route.UNKNOWN ? routes.of(target(result)) : own;
        add(found, EventType.PROXY, result.measurements().text("proxy").orElse(route.proxy()));
        var host = Host.of(target(result));
        Host.of(result.test().server())
                .flatMap(Host::rootDomain)
                .ifPresent(domain -> add(found, EventType.DNS, domain));
        host.ifPresent(known -> add(found, EventType.TARGET, known.name()));
        var prefix = result.target().prefix();
        add(found, EventType.TARGET_NETWORK, prefix == null ? prefixOf(result, route) : prefix);
        if (result.source().kind() == ResultSource.Kind.AGENT) {
            addSource(found, result.source(), route.proxy().isEmpty() ? route.asn() : 0);
        }
        return found;
    }

    /** A proxy's own prefix says no more than the proxy. */
    private String prefixOf(TestResult result, Route route) {
        return route.proxy().isEmpty() ? route.prefix() : routes.of(target(result)).prefix();
    }

    private static void addSource(List<Component> found, ResultSource source, int destination) {
        add(found, EventType.AGENT_LOCAL, source.id());
        var asn = source.network() == null ? 0 : Route.asn(source.network());
        var country = source.countryId() == null ? "" : source.countryId();
        if (asn != 0) {
            found.add(Component.pop(asn, country));
            if (destination != 0) {
                found.add(Component.network(asn, country, destination));
            }
        }
    }

    private static String target(TestResult result) {
        var part = result.target().server();
        var test = result.test();
        return Objects.requireNonNullElse(part != null ? part : test.server() != null ? test.server() : test.serverId(), "");
    }

    private static void add(List<Component> found, EventType type, String name) {
        if (!name.isEmpty()) {
            found.add(new Component(type, name));
        }
    }

    private static String routeKey(TestResult result) {
        return result.scope().accountGroup() + " " + result.test().id();
    }
}

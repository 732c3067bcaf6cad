package io.tocsin.detection.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.tocsin.detection.component.Component;
import io.tocsin.detection.component.EventType;
import io.tocsin.model.result.ResultSource;

/**
 * Which components a flow passes. The target's prefix and AS come from path traces; one agent's trace of a test tells of the target for
 * all agents, and for tests of the same target which have no traces, or whose traces end at a proxy.
 */
final class Tagging {

    /** By test, and by target of those which end there. */
    final Routes routes = new Routes();

    void learn(Observation trace, int minute) {
        var route = Optional.ofNullable(trace.route());
        route.ifPresent(known -> routes.learn(trace.key().testName(), known, minute));
        route.filter(known -> known.proxy().isEmpty()).ifPresent(known -> routes.learn(trace.targetName(), known, minute));
    }

    /** What decides over the components of a flow; as long as it is the same, they are. */
    Basis basisOf(Observation seen) {
        var source = seen.source();
        return new Basis(seen.test().server(), seen.targetName(), seen.target().prefix(), source.network(), source.countryId(),
                seen.proxy(), routes.version());
    }

    record Basis(String server, String target, String prefix, String network, String country, String proxy, int routes) {}

    List<Component> componentsOf(Observation seen) {
        var found = new ArrayList<Component>();
        var own = routes.of(seen.key().testName());
        var route = own == Route.UNKNOWN ? routes.of(seen.targetName()) : own;
        add(found, EventType.PROXY, seen.proxy() == null ? route.proxy() : seen.proxy());
        var host = Host.of(seen.targetName());
        Host.of(seen.test().server())
                .flatMap(Host::rootDomain)
                .ifPresent(domain -> add(found, EventType.DNS, domain));
        host.ifPresent(known -> add(found, EventType.TARGET, known.name()));
        var prefix = seen.target().prefix();
        add(found, EventType.TARGET_NETWORK, prefix == null ? prefixOf(seen, route) : prefix);
        if (seen.source().kind() == ResultSource.Kind.AGENT) {
            addSource(found, seen.source(), route.proxy().isEmpty() ? route.asn() : 0);
        }
        return found;
    }

    /** A proxy's own prefix says no more than the proxy. */
    private String prefixOf(Observation seen, Route route) {
        return route.proxy().isEmpty() ? route.prefix() : routes.of(seen.targetName()).prefix();
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

    private static void add(List<Component> found, EventType type, String name) {
        if (!name.isEmpty()) {
            found.add(new Component(type, name));
        }
    }
}

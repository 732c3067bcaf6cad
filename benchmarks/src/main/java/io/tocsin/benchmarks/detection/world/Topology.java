package io.tocsin.benchmarks.detection.world;

import java.util.List;

import io.tocsin.detection.component.Component;
import io.tocsin.detection.component.EventType;

/** Who tests what, and across what. */
public record Topology(List<Agent> agents, List<Target> targets, List<Test> tests) {

    record Agent(String id, int asn, String country) {

        String network() {
            return "Net " + asn + " (AS " + asn + ")";
        }
    }

    /** @param domain empty of a target which is tested by its address */
    record Target(String host, String domain, String address, String prefix, int asn) {}

    /** @param proxy empty of a test which asks its target directly */
    record Test(String id, String accountGroup, Kind kind, Target target, String proxy, int interval, List<Agent> agents) {}

    /** What a test measures. */
    enum Kind {
        WEB, NETWORK, NAMES
    }

    /** Whether what the agent sees of the test passes the component. */
    static boolean passes(Test test, Agent agent, Component component) {
        var name = component.name();
        return switch (component.type()) {
            case PROXY -> test.proxy().equals(name);
            case DNS -> test.target().domain().equals(name);
            case AGENT_LOCAL -> agent.id().equals(name);
            case TARGET -> test.target().host().equals(name);
            case TARGET_NETWORK -> test.target().prefix().equals(name);
            case NETWORK -> test.proxy().isEmpty()
                    && Component.network(agent.asn(), agent.country(), test.target().asn()).equals(component);
            case NETWORK_POP -> Component.pop(agent.asn(), agent.country()).equals(component);
        };
    }

    /** Every component of the type through which something is tested. */
    List<Component> components(EventType type) {
        return tests.stream()
                .flatMap(test -> test.agents().stream().map(agent -> of(type, test, agent)))
                .filter(component -> !component.name().isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private static Component of(EventType type, Test test, Agent agent) {
        return switch (type) {
            case PROXY -> new Component(type, test.proxy());
            case DNS -> new Component(type, test.target().domain());
            case AGENT_LOCAL -> new Component(type, agent.id());
            case TARGET -> new Component(type, test.target().host());
            case TARGET_NETWORK -> new Component(type, test.target().prefix());
            case NETWORK -> Component.network(agent.asn(), agent.country(), test.target().asn());
            case NETWORK_POP -> Component.pop(agent.asn(), agent.country());
        };
    }
}

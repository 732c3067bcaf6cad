package io.tocsin.events.detection;

import java.util.List;

import io.tocsin.detection.component.Component;

/**
 * Who may read what a component is called. Networks are everybody's; agents, targets, domains and proxies may be another account
 * group's, of which nobody else is told.
 */
public final class Naming {

    private Naming() {}

    public static boolean isEverybodys(Component component) {
        return switch (component.type()) {
            case TARGET_NETWORK, NETWORK, NETWORK_POP -> true;
            case AGENT_LOCAL, TARGET, DNS, PROXY -> false;
        };
    }

    /** @param flows the reader's own */
    public static boolean isOpenTo(List<FoundFlow> flows, Component component) {
        var name = component.name();
        return switch (component.type()) {
            case AGENT_LOCAL -> flows.stream().anyMatch(flow -> flow.source().id().equals(name));
            case TARGET -> flows.stream().anyMatch(flow -> flow.target().equals(name));
            case DNS -> flows.stream().anyMatch(flow -> flow.target().equals(name) || flow.target().endsWith("." + name));
            case PROXY, TARGET_NETWORK, NETWORK, NETWORK_POP -> isEverybodys(component);
        };
    }
}

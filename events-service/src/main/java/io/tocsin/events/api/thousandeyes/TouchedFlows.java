package io.tocsin.events.api.thousandeyes;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.tocsin.dialects.thousandeyes.event.AffectedAgent;
import io.tocsin.dialects.thousandeyes.event.AffectedTarget;
import io.tocsin.dialects.thousandeyes.event.AffectedTest;
import io.tocsin.events.detection.FoundFlow;
import io.tocsin.model.result.ResultSource;

/** What an event touches in one account group, seen by test, by target and by agent; each names the others by id. */
final class TouchedFlows {

    private final List<FoundFlow> flows;
    private final Links links;
    private final String aid;
    private final Map<String, String> serverIds;

    TouchedFlows(List<FoundFlow> flows, Links links, String aid) {
        this.flows = flows;
        this.links = links;
        this.aid = aid;
        // Several tests of one host may know it by several ids; it is one target
        this.serverIds = flows.stream()
                .collect(Collectors.toMap(FoundFlow::target, FoundFlow::serverId, (first, other) -> first));
    }

    List<AffectedTest> tests() {
        return by(flow -> flow.test().id()).values().stream().map(this::test).toList();
    }

    List<AffectedTarget> targets() {
        return by(FoundFlow::target).values().stream().map(this::target).toList();
    }

    List<AffectedAgent> agents() {
        return by(flow -> flow.source().id()).values().stream().map(this::agent).toList();
    }

    private Map<String, List<FoundFlow>> by(Function<FoundFlow, String> part) {
        return flows.stream().collect(Collectors.groupingBy(part, LinkedHashMap::new, Collectors.toList()));
    }

    private AffectedTest test(List<FoundFlow> touched) {
        var test = touched.get(0).test();
        return new AffectedTest(test.id(), SimpleTest.typeOf(test.type()), test.name(), targetIds(touched), agentIds(touched),
                new AffectedTest.Links(links.test(test.id(), aid)));
    }

    private AffectedTarget target(List<FoundFlow> touched) {
        var target = touched.get(0).target();
        return new AffectedTarget(serverIds.get(target), target, null, testIds(touched), agentIds(touched));
    }

    private AffectedAgent agent(List<FoundFlow> touched) {
        var agent = touched.get(0).source();
        return new AffectedAgent(agent.id(), Agent.typeOf(agent), agent.name(), agent.location(), agent.countryId(),
                targetIds(touched), testIds(touched),
                agent.kind() == ResultSource.Kind.AGENT ? new AffectedAgent.Links(links.agent(agent.id(), aid)) : null);
    }

    private static Set<String> testIds(Collection<FoundFlow> touched) {
        return ids(touched, flow -> flow.test().id());
    }

    private Set<String> targetIds(Collection<FoundFlow> touched) {
        return ids(touched, flow -> serverIds.get(flow.target()));
    }

    private static Set<String> agentIds(Collection<FoundFlow> touched) {
        return ids(touched, flow -> flow.source().id());
    }

    private static Set<String> ids(Collection<FoundFlow> touched, Function<FoundFlow, String> id) {
        return touched.stream().map(id).collect(Collectors.toCollection(TreeSet::new));
    }
}

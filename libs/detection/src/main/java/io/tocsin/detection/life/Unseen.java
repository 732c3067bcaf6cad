package io.tocsin.detection.life;

import java.util.Collection;

import io.tocsin.detection.component.Component;
import io.tocsin.detection.component.EventType;
import io.tocsin.detection.component.Phase;
import io.tocsin.detection.diagnosis.Finding;
import io.tocsin.detection.flow.Flow;
import io.tocsin.detection.flow.FlowBook;

/**
 * Targets whose prefix nobody knows, since they are asked through a proxy only or by tests without path traces. If one begins to fail as
 * a network does, it is far likelier to lie in that than to have broken by chance at the same time.
 *
 * @param network an event, which may be about such targets as well
 */
record Unseen(RunningEvent network, FlowBook book, LifeSettings settings) {

    /** Of the flows of a target which fail, from so many the way to the network must lead through its beginning: others break as well. */
    private static final double MOST = 2.0 / 3;

    /** Whether what was found is part of the event: they began together, or it stands for most of that already. */
    boolean has(Finding finding) {
        return isLikely(finding.component(), finding.flows())
                && (isTogether(finding.since()) || network.hasMostOf(finding.flows()));
    }

    /** Whether what was held to be an event of its own is part of it. */
    boolean has(RunningEvent other) {
        return isTogether(other.since()) && isLikely(other.component(), other.flows(book));
    }

    private boolean isTogether(int since) {
        return Math.abs(network.since() - since) <= settings.togetherMinutes();
    }

    private boolean isLikely(Component component, Collection<Flow> flows) {
        return component.type() == EventType.TARGET
                && !flows.isEmpty()
                && flows.stream().allMatch(flow -> flow.component(EventType.TARGET_NETWORK).isEmpty())
                && mayPass(flows)
                && !answers(flows);
    }

    /** Of a path at least its beginning is known. */
    private boolean mayPass(Collection<Flow> flows) {
        return switch (network.component().type()) {
            case TARGET_NETWORK -> true;
            case NETWORK -> flows.stream().filter(this::begins).count() >= MOST * flows.size();
            case PROXY, DNS, AGENT_LOCAL, TARGET, NETWORK_POP -> false;
        };
    }

    private boolean begins(Flow flow) {
        return flow.component(EventType.NETWORK_POP)
                .filter(pop -> network.component().name().startsWith(pop.name() + " "))
                .isPresent();
    }

    /** Whoever answers with an error was reached. */
    private static boolean answers(Collection<Flow> flows) {
        return 2 * flows.stream().filter(flow -> flow.phase() == Phase.SERVER).count() > flows.size();
    }
}

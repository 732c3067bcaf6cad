package io.tocsin.benchmarks.detection.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.tocsin.benchmarks.detection.score.Found;
import io.tocsin.detection.component.Component;
import io.tocsin.detection.component.EventType;
import io.tocsin.detection.flow.FlowKey;
import io.tocsin.model.result.TestResult;

/**
 * Alert rules, one for each test: two agents in two rounds. It is over after {@value #QUIET_MINUTES} minutes in which no two agents were
 * bad. What it finds it lays to the target, since it knows nothing else.
 */
public final class Watch {

    private static final int QUIET_MINUTES = 5;
    private static final int FEWEST_AGENTS = 2;

    /** Whether a result is bad. */
    public interface Judge {

        boolean isBad(TestResult result);
    }

    private static final class Open {

        private final Component component;
        private final int since;
        private int until;
        private int detected;
        private final Set<FlowKey> flows = new HashSet<>();

        private Open(Component component, int since) {
            this.component = component;
            this.since = since;
        }
    }

    private final Judge judge;
    private final Map<String, Open> open = new HashMap<>();
    private final List<Found> found = new ArrayList<>();

    public Watch(Judge judge) {
        this.judge = judge;
    }

    public void judge(int minute, Collection<TestResult> results, boolean counts) {
        var bad = new HashMap<String, Set<FlowKey>>();
        var targets = new HashMap<String, String>();
        for (var result : results) {
            if (judge.isBad(result)) {
                var key = new FlowKey(result.scope().accountGroup(), result.test().id(), result.source().id(), "");
                bad.computeIfAbsent(result.test().id(), test -> new HashSet<>()).add(key);
                targets.put(result.test().id(), result.test().server().replaceFirst(":\\d+$", ""));
            }
        }
        if (counts) {
            bad.forEach((test, flows) -> see(test, targets.get(test), flows, minute));
        }
        close(minute);
    }

    private void see(String test, String target, Set<FlowKey> flows, int minute) {
        if (flows.size() >= FEWEST_AGENTS) {
            var event = open.computeIfAbsent(test, none -> new Open(new Component(EventType.TARGET, target), minute));
            event.until = minute;
            event.detected = event.detected == 0 && event.since < minute ? minute : event.detected;
            event.flows.addAll(flows);
        }
    }

    private void close(int minute) {
        open.values().removeIf(event -> {
            var over = minute - event.until > QUIET_MINUTES;
            if (over && event.detected != 0) {
                found.add(new Found(event.component, event.component, event.since, event.until, event.detected, minute,
                        event.flows));
            }
            return over;
        });
    }

    public List<Found> found() {
        return found;
    }
}

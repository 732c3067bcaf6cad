package io.tocsin.detection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.tocsin.detection.flow.Observation;
import io.tocsin.detection.life.DetectedEvent;
import io.tocsin.model.result.TestResult;

/** A store of results, who judges what is in it, and what people were told. */
final class Arrivals {

    static final DetectionSettings SOON = DetectionSettings.DEFAULT.learningFor(40);

    private final Map<Integer, List<TestResult>> results = new HashMap<>();
    private final Map<UUID, Found> told = new HashMap<>();
    private Timeline timeline;

    Arrivals(int firstMinute) {
        timeline = new Timeline("org", SOON, firstMinute);
    }

    void add(List<TestResult> arrived) {
        for (var result : arrived) {
            results.computeIfAbsent(minuteOf(result), none -> new ArrayList<>()).add(result);
        }
        timeline.changed(arrived.stream().map(Arrivals::minuteOf).toList());
    }

    /** Other ones instead. */
    void replace(int minute, List<TestResult> others) {
        results.put(minute, others);
        timeline.changed(List.of(minute));
    }

    private static int minuteOf(TestResult result) {
        return (int) (result.roundId() / 60);
    }

    Verdict advance(int minute) {
        while (timeline.next() <= minute) {
            timeline.judge(Observation.of(results.getOrDefault(timeline.next(), List.of())), minute);
        }
        var verdict = timeline.verdict();
        told.values().removeIf(found -> found.overAt() >= verdict.since());
        verdict.findings().forEach(found -> told.put(found.event().id(), found));
        return verdict;
    }

    /** As a process does which has nothing but what another one stored. */
    void restart() {
        timeline = Timeline.restored("org", SOON, timeline.firstMinute(), timeline.next(), timeline.checkpoints());
    }

    Map<UUID, DetectedEvent> events() {
        var events = new HashMap<UUID, DetectedEvent>();
        told.forEach((id, found) -> events.put(id, found.event()));
        return events;
    }
}

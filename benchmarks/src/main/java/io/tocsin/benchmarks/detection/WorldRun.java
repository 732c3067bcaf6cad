package io.tocsin.benchmarks.detection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.tocsin.benchmarks.detection.reference.FixedThreshold;
import io.tocsin.benchmarks.detection.reference.Watch;
import io.tocsin.benchmarks.detection.reference.ZScore;
import io.tocsin.benchmarks.detection.score.Found;
import io.tocsin.benchmarks.detection.world.World;
import io.tocsin.benchmarks.detection.world.WorldSize;
import io.tocsin.detection.DetectionSettings;
import io.tocsin.detection.Detector;
import io.tocsin.detection.component.Component;
import io.tocsin.detection.flow.Observation;
import io.tocsin.detection.life.DetectedEvent;

/** One world from its first minute to its last, before the eyes of all detectors. */
final class WorldRun {

    private final World world;
    private final WorldSize size;
    private final Detector detector = new Detector("org", DetectionSettings.DEFAULT);
    private final Watch fixed = new Watch(new FixedThreshold());
    private final Watch zScore = new Watch(new ZScore());
    private final Map<UUID, DetectedEvent> running = new HashMap<>();
    private final Map<UUID, Component> atFirst = new HashMap<>();
    private final List<Found> found = new ArrayList<>();
    private int merged;
    private long results;
    private long nanos;

    WorldRun(long seed, WorldSize size) {
        this.world = new World(seed, size);
        this.size = size;
    }

    WorldRun run() {
        for (int minute = 0; minute < world.length(); minute++) {
            var now = World.BEGIN_MINUTE + minute;
            var round = world.results(minute);
            var counts = minute >= size.learningMinutes();
            var begin = System.nanoTime();
            var events = detector.judge(now, Observation.of(round));
            nanos += System.nanoTime() - begin;
            results += round.size();
            events.forEach(event -> see(event, now, counts));
            fixed.judge(now, round, counts);
            zScore.judge(now, round, counts);
        }
        running.values().forEach(event -> keep(event, World.BEGIN_MINUTE + world.length()));
        return this;
    }

    private void see(DetectedEvent event, int now, boolean counts) {
        atFirst.putIfAbsent(event.id(), event.component());
        if (event.isOver()) {
            running.remove(event.id());
        } else {
            running.put(event.id(), event);
        }
        if (event.isOver() && counts) {
            keep(event, now);
        }
    }

    private void keep(DetectedEvent event, int resolved) {
        if (event.state() == DetectedEvent.State.MERGED) {
            merged++;
        } else {
            found.add(new Found(event.component(), atFirst.get(event.id()), event.since(), event.until(), event.detected(),
                    resolved,
                    event.flows()));
        }
    }

    World world() {
        return world;
    }

    List<Found> found() {
        return found;
    }

    List<Found> fixed() {
        return fixed.found();
    }

    List<Found> zScore() {
        return zScore.found();
    }

    int merged() {
        return merged;
    }

    long results() {
        return results;
    }

    long nanos() {
        return nanos;
    }
}

package io.tocsin.benchmarks.detection.score;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.tocsin.benchmarks.detection.world.Fault;
import io.tocsin.detection.component.EventType;

/** Of one detector, over several worlds. */
public final class Score {

    private final Tally overall = new Tally();
    private final Map<EventType, Tally> byType = new EnumMap<>(EventType.class);
    private int tooSmall;

    /** What was found in one world, and its truth. Faults too small to count are neither missed nor false. */
    public void add(List<Found> found, List<Fault> faults) {
        var matches = Match.all(found, faults);
        for (var fault : faults) {
            if (fault.isLargeEnough()) {
                overall.addFault();
                of(fault.component().type()).addFault();
            } else {
                tooSmall++;
            }
        }
        for (var match : matches) {
            if (match.fault().isLargeEnough()) {
                overall.addHit(match);
                of(match.fault().component().type()).addHit(match);
            }
        }
        for (var event : found) {
            if (matches.stream().noneMatch(match -> match.found() == event)) {
                overall.addFalse();
                of(event.component().type()).addFalse();
            }
        }
    }

    public Tally overall() {
        return overall;
    }

    /** A fault counts for the type it is of, a false event for the type it claims. */
    public Tally of(EventType type) {
        return byType.computeIfAbsent(type, none -> new Tally());
    }

    public int tooSmall() {
        return tooSmall;
    }
}

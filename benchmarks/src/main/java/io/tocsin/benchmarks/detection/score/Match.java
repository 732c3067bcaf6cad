package io.tocsin.benchmarks.detection.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

import io.tocsin.benchmarks.detection.world.Fault;

/** What was found of a fault: they overlap in time and, by half of the flows of one of them, in flows. */
record Match(Found found, Fault fault) {

    private static final int SLACK_MINUTES = 5;

    /** Each fault with at most one event, each event with at most one fault, the most alike first. */
    static List<Match> all(List<Found> found, List<Fault> faults) {
        var possible = new ArrayList<Match>();
        found.forEach(event -> faults.forEach(fault -> of(event, fault).ifPresent(possible::add)));
        possible.sort(Comparator.comparingDouble(Match::likeness).reversed());
        var taken = new HashSet<Object>();
        return possible.stream()
                .filter(match -> !taken.contains(match.found) && !taken.contains(match.fault))
                .peek(match -> taken.addAll(List.of(match.found, match.fault)))
                .toList();
    }

    static Optional<Match> of(Found found, Fault fault) {
        var overlaps = found.since() <= fault.last() + SLACK_MINUTES && found.until() >= fault.first();
        var match = new Match(found, fault);
        var fewer = Math.min(found.flows().size(), fault.flows().size());
        return overlaps && fewer > 0 && 2 * match.common() >= fewer ? Optional.of(match) : Optional.empty();
    }

    private long common() {
        return found.flows().stream().filter(fault.flows()::contains).count();
    }

    private double likeness() {
        var common = common();
        return (double) common / (found.flows().size() + fault.flows().size() - common)
                + (found.component().equals(fault.component()) ? 1 : 0);
    }

    boolean isRight() { return found.component().equals(fault.component()); }

    boolean wasRightAtFirst() {
        return found.atFirst().equals(fault.component());
    }

    /** From the first round which the fault spoiled; 0 in that round. */
    double roundsToDetect() {
        return Math.max(0, (double) (found.detected() - fault.first()) / fault.interval());
    }

    /** From the last round which the fault spoiled. */
    double roundsToResolve() {
        return Math.max(0, (double) (found.resolved() - fault.last()) / fault.interval());
    }
}

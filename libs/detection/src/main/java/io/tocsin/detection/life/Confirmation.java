package io.tocsin.detection.life;

import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.tocsin.detection.diagnosis.Finding;
import io.tocsin.detection.flow.Flow;

/** Whether a finding is more than what happened in one moment: what a restart spoils for everybody is gone with the next round. */
record Confirmation(Finding finding, int minute, LifeSettings settings) {

    /** The minute in which most failed is left out; enough must have failed in the others, and of more than one flow. */
    boolean isGiven() {
        var worst = minutesAgo().max(Comparator.comparingLong(ago -> failing(ago).count())).orElse(0);
        var others = minutesAgo().filter(ago -> !ago.equals(worst)).toList();
        var rounds = others.stream().flatMap(this::measured).count();
        var failures = others.stream().flatMap(this::failing).count();
        var flows = others.stream().flatMap(this::failing).distinct().count();
        return flows >= settings.confirmingFlows() && failures >= settings.confirmingShare() * finding.failing() * rounds;
    }

    private Stream<Integer> minutesAgo() {
        return IntStream.rangeClosed(0, minute - finding.since()).boxed();
    }

    private Stream<Flow> measured(int ago) {
        return finding.flows().stream().filter(flow -> flow.strip().hasRound(ago));
    }

    private Stream<Flow> failing(int ago) {
        return finding.flows().stream().filter(flow -> flow.strip().failed(ago));
    }
}

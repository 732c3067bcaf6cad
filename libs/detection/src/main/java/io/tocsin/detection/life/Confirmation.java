package io.tocsin.detection.life;

import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.tocsin.detection.diagnosis.Finding;
import io.tocsin.detection.flow.Flow;

/** Whether a finding is more than what happened in one moment: what a restart spoils for everybody is gone with the next round. */
record Confirmation(Finding finding, int minute, LifeSettings settings) {

    /** The minute in which most failed is left out; of the flows measured in the others enough must have failed in these as well. */
    boolean isGiven() {
        var worst = minutesAgo().max(Comparator.comparingLong(ago -> failing(ago).count())).orElse(0);
        var others = minutesAgo().filter(ago -> !ago.equals(worst)).toList();
        var measured = others.stream().flatMap(this::measured).distinct().count();
        var failing = others.stream().flatMap(this::failing).distinct().count();
        return failing >= Math.max(settings.confirmingFlows(), settings.confirmingShare() * measured);
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

package io.tocsin.detection.life;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import io.tocsin.detection.diagnosis.Finding;
import io.tocsin.detection.flow.Flow;

/** Whether a finding is more than what happened in one moment: what a restart spoils for everybody is gone with the next round. */
record Confirmation(Finding finding, int minute, LifeSettings settings) {

    /** Failures which a flow begins by itself in the minutes looked at; from that on it confirms nothing. */
    private static final double USED_TO_FAILING = 0.5;

    /** The minute in which most failed is left out; of the flows measured in the others enough must have failed in these as well. */
    boolean isGiven() {
        var minutes = IntStream.rangeClosed(0, minute - finding.since()).boxed().toList();
        var worst = minutes.stream().max(Comparator.comparingLong(this::failing)).orElse(0);
        var others = minutes.stream().filter(ago -> !ago.equals(worst)).toList();
        var witnesses = finding.flows().stream().filter(flow -> isWitness(flow, others)).toList();
        var failing = witnesses.stream().filter(flow -> others.stream().anyMatch(flow.strip()::failed)).count();
        return failing >= Math.max(settings.confirmingFlows(), settings.confirmingShare() * witnesses.size());
    }

    private long failing(int ago) {
        return finding.flows().stream().filter(flow -> flow.strip().failed(ago)).count();
    }

    private static boolean isWitness(Flow flow, List<Integer> minutes) {
        var rounds = minutes.stream().filter(flow.strip()::hasRound).count();
        return rounds > 0 && rounds * flow.expectedOnsets() < USED_TO_FAILING;
    }
}

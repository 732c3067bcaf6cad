package io.tocsin.alerts.round;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes the occurrence which a round opens: with all sources which violated in the window, each from its own first round on. */
final class Beginning {

    private final List<Round> rounds;

    /** @param rounds the last ones, with the opening one at the end */
    private Beginning(List<Round> rounds) {
        this.rounds = rounds;
    }

    static Occurrence of(List<Round> rounds, int outOf) {
        var beginning = new Beginning(rounds);
        var parts = new TreeMap<String, Part>();
        var sources = new TreeSet<String>();
        GlobalCondition.last(rounds, outOf).forEach(round -> sources.addAll(round.violations().keySet()));
        sources.forEach(source -> parts.put(source, beginning.part(source)));
        return new Occurrence(rounds.get(rounds.size() - 1).id(), null, parts);
    }

    /** Its latest unbroken run of violations, as far as one looks back. */
    private Part part(String source) {
        var reported = rounds.stream().filter(round -> round.isReportedBy(source)).toList();
        int last = reported.size() - 1;
        while (!reported.get(last).isViolatedBy(source)) {
            last--;
        }
        int first = last;
        while (first > 0 && reported.get(first - 1).isViolatedBy(source)) {
            first--;
        }
        var violating = new Part(reported.get(first).id(), null, reported.get(last).id(), reported.get(first).measured(source),
                reported.get(last).measured(source));
        return wellAgain(reported, last)
                .map(round -> violating.wellIn(round.id(), round.measured(source)))
                .orElse(violating);
    }

    private static Optional<Round> wellAgain(List<Round> reported, int last) {
        return last + 1 < reported.size() ? Optional.of(reported.get(last + 1)) : Optional.empty();
    }
}

package io.tocsin.alerts.explanation;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import io.tocsin.alerts.round.Round;

/** Puts into words what is known of sources in a round which is evaluated. */
final class PastSources {

    private PastSources() {}

    /** All which reported in any of the known rounds, by id. */
    static List<SourceExplanation> of(Round round, List<Round> known, Map<String, String> names) {
        var all = new TreeSet<String>();
        known.forEach(one -> all.addAll(one.sources()));
        return all.stream()
                .map(source -> source(source, names.getOrDefault(source, source), round))
                .toList();
    }

    private static SourceExplanation source(String id, String name, Round round) {
        if (round.violations().containsKey(id)) {
            return told(id, name, "violates", "the expression held: " + round.violations().get(id));
        }
        if (!round.sources().contains(id)) {
            return told(id, name, "silent", "nothing arrived from it in this round");
        }
        var measured = round.kept().getOrDefault(id, "");
        return told(id, name, "well", measured.isEmpty()
                ? "the expression did not hold; what it measured is not kept"
                : "the expression did not hold: " + measured);
    }

    private static SourceExplanation told(String id, String name, String state, String because) {
        return new SourceExplanation(id, name, state, because, null, null);
    }
}

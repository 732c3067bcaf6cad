package io.tocsin.alerts.result;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import io.tocsin.alerts.round.Occurrence;

/**
 * How the stored alerts of one rule over one test follow what is known now.
 *
 * @param withdrawn alerts of which late results say that they never were, or that they are part of another
 */
record Changes(Finding finding, List<AlertChange> alerts, List<Stored> withdrawn) {

    /**
     * Of several stored alerts which turn out to be one the latest lives on: the one which was not told to have cleared.
     *
     * @param stored those which lasted after the last settled round
     */
    static Changes of(Finding finding, List<Stored> stored, Function<Instant, UUID> ids) {
        var left = new ArrayList<>(stored);
        left.sort(Comparator.comparingLong(Stored::start));
        var alerts = new ArrayList<AlertChange>();
        for (var occurrence : finding.after()) {
            var known = claimed(occurrence, left);
            left.remove(known);
            var id = known == null ? ids.apply(Instant.ofEpochSecond(occurrence.start())) : known.id();
            alerts.add(new AlertChange(finding, id, known, occurrence));
        }
        return new Changes(finding, alerts, left);
    }

    private static Stored claimed(Occurrence occurrence, List<Stored> left) {
        return left.stream()
                .filter(stored -> stored.isTheSameAs(occurrence))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}

package io.tocsin.alerts.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the events of one batch are to the rules of their scopes. */
record Findings(List<Sighting> sightings, List<Recovery> recoveries) {

    boolean isEmpty() { return sightings.isEmpty() && recoveries.isEmpty(); }

    Set<Long> rules() {
        var rules = new HashSet<Long>();
        sightings.forEach(sighting -> rules.add(sighting.rule().id()));
        recoveries.forEach(recovery -> rules.add(recovery.rule()));
        return rules;
    }
}

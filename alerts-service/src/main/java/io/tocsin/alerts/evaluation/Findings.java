package io.tocsin.alerts.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.tocsin.alerts.evaluation.Recovery.KeyOfRule;
import io.tocsin.model.Event;
import io.tocsin.model.Scope;

/** What the events of one batch are to the rules of their scopes. */
record Findings(List<Sighting> sightings, List<Recovery> recoveries) {

    static Findings of(List<Recorded> batch, Map<Scope, List<EventRule>> rules) {
        var findings = new Findings(new ArrayList<>(), new ArrayList<>());
        for (var recorded : batch) {
            for (var rule : rules.getOrDefault(recorded.event().scope(), List.of())) {
                findings.add(rule, recorded.event());
            }
        }
        return findings;
    }

    private void add(EventRule rule, Event event) {
        switch (rule.roleOf(event)) {
            case MATCH -> addMatch(rule, event);
            case RECOVERY -> recoveries.add(new Recovery(rule.id(), event));
            case NOTHING -> {
            }
        }
    }

    private void addMatch(EventRule rule, Event event) {
        for (var source : rule.sourcesOf(event)) {
            for (var counted : rule.countedOf(event)) {
                sightings.add(new Sighting(rule, event, source, counted));
            }
        }
    }

    Set<KeyOfRule> recoveredKeys() {
        var keys = new HashSet<KeyOfRule>();
        recoveries.forEach(recovery -> keys.add(recovery.key()));
        return keys;
    }

    /** Without the recoveries which have nothing to take away: their keys are neither known nor in this batch. */
    Findings withRecoveriesOf(Set<KeyOfRule> known) {
        var keys = new HashSet<>(known);
        sightings.forEach(sighting -> keys.add(new KeyOfRule(sighting.rule().id(), sighting.key())));
        return new Findings(sightings, recoveries.stream().filter(recovery -> keys.contains(recovery.key())).toList());
    }

    boolean isEmpty() { return sightings.isEmpty() && recoveries.isEmpty(); }

    Set<Long> rules() {
        var rules = new HashSet<Long>();
        sightings.forEach(sighting -> rules.add(sighting.rule().id()));
        recoveries.forEach(recovery -> rules.add(recovery.rule()));
        return rules;
    }
}

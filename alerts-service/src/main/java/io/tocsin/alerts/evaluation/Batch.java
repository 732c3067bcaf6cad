package io.tocsin.alerts.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.tocsin.alerts.evaluation.EventRule.Role;
import io.tocsin.alerts.evaluation.Recovery.KeyOfRule;
import io.tocsin.model.Event;
import io.tocsin.model.Scope;
import io.tocsin.outbox.IncomingMessage;

/** What is evaluated at once: events with the messages that brought them, and the rules of their scopes. */
final class Batch {

    private final List<Recorded> events;
    private final Map<Scope, List<EventRule>> rulesOfScopes;
    private final Map<Long, EventRule> rules = new HashMap<>();
    private final Map<Long, IncomingMessage> messages = new HashMap<>();

    Batch(List<Recorded> events, Map<Scope, List<EventRule>> rulesOfScopes) {
        this.events = events;
        this.rulesOfScopes = rulesOfScopes;
        rulesOfScopes.values().forEach(list -> list.forEach(rule -> rules.put(rule.id(), rule)));
        events.forEach(recorded -> messages.put(recorded.event().id(), recorded.message()));
    }

    /** Asks every rule about every event of its scope. */
    List<Sighting> sightings() {
        var sightings = new ArrayList<Sighting>();
        for (var recorded : events) {
            for (var rule : rulesOfScopes.getOrDefault(recorded.event().scope(), List.of())) {
                if (rule.roleOf(recorded.event()) == Role.MATCH) {
                    add(sightings, rule, recorded.event());
                }
            }
        }
        return sightings;
    }

    private static void add(List<Sighting> sightings, EventRule rule, Event event) {
        for (var source : rule.sourcesOf(event)) {
            for (var counted : rule.countedOf(event)) {
                sightings.add(new Sighting(rule, event, source, counted));
            }
        }
    }

    /** The aggregation keys which recoveries of this batch close. */
    Set<String> recoveredKeys() {
        var keys = new HashSet<String>();
        recoveries().forEach(event -> keys.add(Sighting.keyOf(event)));
        return keys;
    }

    /** What had ended before is none of their business. Only where there are recoveries. */
    Instant firstRecovery() {
        return recoveries().map(Event::receivedAt).min(Comparator.naturalOrder()).orElseThrow();
    }

    private Stream<Event> recoveries() {
        return events.stream().map(Recorded::event).filter(event -> event.content().isRecovery());
    }

    /** What the recoveries of this batch take away, given which rules have matches of which keys. */
    List<Recovery> recoveries(Set<KeyOfRule> matched) {
        var rulesOfKeys = new HashMap<String, List<EventRule>>();
        matched.forEach(key -> rulesOfKeys.computeIfAbsent(key.key(), any -> new ArrayList<>()).add(rules.get(key.rule())));
        var recoveries = new ArrayList<Recovery>();
        for (var recorded : events) {
            if (recorded.event().content().isRecovery()) {
                rulesOfKeys.getOrDefault(Sighting.keyOf(recorded.event()), List.of())
                        .stream()
                        .filter(rule -> isRecovery(recorded.event(), rule))
                        .forEach(rule -> recoveries.add(new Recovery(rule.id(), recorded.event())));
            }
        }
        return recoveries;
    }

    private static boolean isRecovery(Event event, EventRule rule) {
        return rule.rule().scope().equals(event.scope()) && rule.roleOf(event) == Role.RECOVERY;
    }

    EventRule rule(long id) {
        return rules.get(id);
    }

    Set<Long> rules() {
        return rules.keySet();
    }

    /** How many matches are enough for the thresholds of all these sources' rules. */
    int enough(Set<SourceOfRule> sources) {
        return sources.stream().mapToInt(source -> rule(source.rule()).expression().threshold()).max().orElse(0);
    }

    /** The message of the event that acted at this moment; any of the batch when that event came earlier. */
    IncomingMessage causeOf(Moment moment) {
        return messages.getOrDefault(moment.by(), events.get(0).message());
    }
}

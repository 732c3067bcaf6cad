package io.tocsin.alerts.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.tocsin.model.Scope;
import io.tocsin.outbox.IncomingMessage;

/** What is evaluated at once: the rules by id, and which message brought which event. */
final class Batch {

    private final Map<Long, EventRule> rules = new HashMap<>();
    private final Map<Long, IncomingMessage> messages = new HashMap<>();
    private final IncomingMessage first;

    Batch(List<Recorded> events, Map<Scope, List<EventRule>> rulesOfScopes) {
        rulesOfScopes.values().forEach(list -> list.forEach(rule -> rules.put(rule.id(), rule)));
        events.forEach(recorded -> messages.put(recorded.event().id(), recorded.message()));
        first = events.get(0).message();
    }

    EventRule rule(long id) {
        return rules.get(id);
    }

    /** How many matches are enough for the thresholds of all these sources' rules. */
    int enough(Set<SourceOfRule> sources) {
        return sources.stream().mapToInt(source -> rule(source.rule()).expression().threshold()).max().orElse(0);
    }

    /** The message of the event that acted at this moment; any of the batch when that event came earlier. */
    IncomingMessage causeOf(Moment moment) {
        return messages.getOrDefault(moment.by(), first);
    }
}

package io.tocsin.alerts.explanation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.tocsin.alerts.evaluation.AlertMove;
import io.tocsin.alerts.evaluation.Announcement;
import io.tocsin.alerts.evaluation.EventProspect;
import io.tocsin.alerts.evaluation.EventProspect.Role;
import io.tocsin.alerts.rule.Rule;
import io.tocsin.model.Event;

/** Puts into words what an event would be to a rule. */
final class Events {

    private final Rule rule;
    private final EventProspect prospect;
    private final OpenAlert open;

    /** @param open null when no alert is open */
    Events(Rule rule, EventProspect prospect, OpenAlert open) {
        this.rule = rule;
        this.prospect = prospect;
        this.open = open;
    }

    RuleExplanation explained(Event event) {
        return RuleExplanation.ofEvent(rule, new EventExplanation(role(), because(),
                SearchConditions.of(prospect.expression().search().tree(), event),
                prospect.sources().stream().map(this::source).toList(), open, outcome(event)));
    }

    private String role() {
        return switch (prospect.role()) {
            case MATCH -> "match";
            case WITHOUT_VALUE -> "without-value";
            case RECOVERY -> "recovery";
            case NOTHING -> "nothing";
        };
    }

    private String because() {
        return switch (prospect.role()) {
            case MATCH -> "the search finds the event, which counts for %d seconds".formatted(last().toSeconds());
            case WITHOUT_VALUE -> "the search finds the event, but it has no value of the facet whose values are counted";
            case RECOVERY -> "an event of status success with an aggregation key takes earlier matches of its key away, "
                    + "and counts nothing itself";
            case NOTHING -> "the search does not find the event";
        };
    }

    private Duration last() {
        return prospect.expression().last();
    }

    private EventExplanation.Source source(EventProspect.Source source) {
        int needed = prospect.expression().threshold();
        var violates = source.after() >= needed;
        return new EventExplanation.Source(source.name(), violates ? "violates" : "well",
                "%d in the last %d seconds, needed: %d".formatted(source.after(), last().toSeconds(), needed),
                source.before(), source.after(), needed, source.until());
    }

    private List<Outcome> outcome(Event event) {
        if (prospect.role() == Role.RECOVERY) {
            return List.of(recovery(event));
        }
        var outcome = new ArrayList<Outcome>();
        prospect.moves().forEach(move -> outcome.add(Outcomes.of(move, rule.settings())));
        return outcome.isEmpty() ? List.of(Outcome.nothing(nothing())) : outcome;
    }

    private String nothing() {
        return prospect.role() == Role.MATCH
                ? "No source reaches what is needed, or the open alert stays as it is."
                : "The event does not count for this rule.";
    }

    /** The open alert clears if all which violate in it lose what they need. */
    private Outcome recovery(Event event) {
        if (prospect.sources().isEmpty()) {
            return Outcome.nothing("Nothing counts now of what its aggregation key names.");
        }
        if (open == null || !wellAgain().containsAll(open.violating())) {
            return Outcome.nothing(open == null
                    ? "It takes matches away, and no alert is open."
                    : "It takes matches away, and the open alert goes on: some of its sources violate all the same.");
        }
        var start = open.startDate();
        var cleared = Announcement.cleared(rule, UUID.fromString(open.alertId()), start, event.receivedAt(), null);
        return Outcomes.of(new AlertMove(AlertMove.Kind.CLEARS, cleared.alert(), start, event.receivedAt(), open.violating(),
                false, List.of(cleared)), rule.settings());
    }

    private Set<String> wellAgain() {
        return prospect.sources()
                .stream()
                .filter(source -> source.after() < prospect.expression().threshold())
                .map(EventProspect.Source::name)
                .collect(Collectors.toSet());
    }
}

package io.tocsin.alerts.evaluation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.evaluation.AlertMove.Kind;
import io.tocsin.alerts.evaluation.EventProspect.Role;
import io.tocsin.alerts.rule.Rule;
import io.tocsin.model.Event;
import io.tocsin.model.TimeOrderedId;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Goes through what evaluation would do with an event, by the same steps, and does none of it: nothing is locked or written. */
@ApplicationScoped
public class EventRehearsal {

    /** Nobody reads the difference between a thousand too many and more. */
    static final int MOST_COUNTED = 1_000;

    private final CountingStore counting;
    private final RecoverableStore recoverable;
    private final AlertStore alerts;
    private final EvaluationConfig config;
    private final Clock clock;

    EventRehearsal(CountingStore counting, RecoverableStore recoverable, AlertStore alerts, EvaluationConfig config,
            Clock clock) {
        this.counting = counting;
        this.recoverable = recoverable;
        this.alerts = alerts;
        this.config = config;
        this.clock = clock;
    }

    /** Fails with {@link io.tocsin.expression.ExpressionRejected} for a rule that cannot be read. */
    public Uni<EventProspect> of(SqlConnection snapshot, Rule rule, Event event) {
        var ready = new EventRule(rule);
        return switch (ready.roleOf(event)) {
            case NOTHING -> nothing(ready, Role.NOTHING);
            case RECOVERY -> recovery(snapshot, ready, event);
            case MATCH -> ready.countedOf(event).isEmpty()
                    ? nothing(ready, Role.WITHOUT_VALUE)
                    : match(snapshot, ready, event);
        };
    }

    private static Uni<EventProspect> nothing(EventRule rule, Role role) {
        return Uni.createFrom().item(new EventProspect(rule.expression(), role, List.of(), List.of()));
    }

    private Uni<EventProspect> recovery(SqlConnection snapshot, EventRule rule, Event event) {
        return recoverable.of(snapshot, rule.id(), event)
                .map(sources -> new EventProspect(rule.expression(), Role.RECOVERY, sources, List.of()));
    }

    private Uni<EventProspect> match(SqlConnection snapshot, EventRule rule, Event event) {
        var from = new HashMap<SourceOfRule, Moment>();
        rule.sourcesOf(event).forEach(source -> from.put(new SourceOfRule(rule.id(), source), Sighting.momentOf(event)));
        var enough = rule.expression().threshold() + MOST_COUNTED;
        var counted = rule.countsValues()
                ? counting.values(snapshot, from, enough)
                : counting.events(snapshot, from, enough);
        return counted.chain(before -> alerts.load(snapshot, from)
                .map(known -> match(rule, event, before, known.getOrDefault(rule.id(), List.of()))));
    }

    private EventProspect match(EventRule rule, Event event, Map<SourceOfRule, List<Match>> before, List<AlertDraft> known) {
        var courses = new TreeMap<String, Course>();
        var sources = new ArrayList<EventProspect.Source>();
        for (var source : rule.sourcesOf(event)) {
            var counting = before.getOrDefault(new SourceOfRule(rule.id(), source), List.of());
            var with = course(rule, event, with(counting, rule, event));
            courses.put(source, with);
            sources.add(new EventProspect.Source(source, course(rule, event, counting).number(), with.number(),
                    with.at(with.from()).map(violation -> violation.span().end().at()).orElse(null)));
        }
        return new EventProspect(rule.expression(), Role.MATCH, sources, moves(rule.rule(), courses, known));
    }

    private static Course course(EventRule rule, Event event, List<Match> matches) {
        return CourseFinder.find(rule.expression().threshold(), matches, Sighting.momentOf(event));
    }

    private static List<Match> with(List<Match> matches, EventRule rule, Event event) {
        var all = new ArrayList<>(matches);
        var span = new Span(Sighting.momentOf(event),
                Moment.edgeOfWindow(event.receivedAt().plus(rule.expression().last())));
        rule.countedOf(event).forEach(value -> all.add(new Match(value, span)));
        return all;
    }

    private List<AlertMove> moves(Rule rule, Map<String, Course> courses, List<AlertDraft> known) {
        var now = clock.instant();
        return new AlertDrafts(known, now, config.settle(), () -> TimeOrderedId.at(now)).form(courses)
                .stream()
                .map(draft -> move(rule, draft))
                .toList();
    }

    private static AlertMove move(Rule rule, AlertDraft draft) {
        var start = draft.span().start().at();
        var end = draft.isOpen() ? null : draft.span().end().at();
        var sources = draft.sources().stream().map(SourceDraft::source).toList();
        if (draft.isNew()) {
            return AlertMove.of(Kind.OPENS, null, start, end, sources,
                    Announcement.triggered(rule, draft.id(), start, null));
        }
        return draft.hasCleared()
                ? AlertMove.of(Kind.CLEARS, draft.id(), start, end, sources,
                        Announcement.cleared(rule, draft.id(), start, end, null))
                : AlertMove.of(Kind.CHANGES, draft.id(), start, end, sources, null);
    }
}

package io.tocsin.alerts.explanation;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.evaluation.EventRehearsal;
import io.tocsin.alerts.explanation.Question.OfEvent;
import io.tocsin.alerts.explanation.Question.OfResults;
import io.tocsin.alerts.explanation.Question.OfRounds;
import io.tocsin.alerts.result.Prospect;
import io.tocsin.alerts.result.Rehearsal;
import io.tocsin.alerts.rule.Rule;
import io.tocsin.alerts.rule.RuleKind;
import io.tocsin.expression.ExpressionRejected;
import io.tocsin.http.problem.Invalid;
import io.tocsin.model.Event;
import io.tocsin.model.EventContent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Explains rules. Everything is read from one snapshot, in a transaction which PostgreSQL lets write nothing. */
@ApplicationScoped
public class RuleExplainer {

    private static final String READ_ONLY = "set transaction isolation level repeatable read, read only";

    /** After all that was received up to now. */
    private static final long LAST_ID = Long.MAX_VALUE;

    private final Pool pool;
    private final Rehearsal rehearsal;
    private final EventRehearsal eventRehearsal;
    private final OpenAlertStore open;
    private final Clock clock;

    RuleExplainer(Pool pool, Rehearsal rehearsal, EventRehearsal eventRehearsal, OpenAlertStore open, Clock clock) {
        this.pool = pool;
        this.rehearsal = rehearsal;
        this.eventRehearsal = eventRehearsal;
        this.open = open;
        this.clock = clock;
    }

    /** Fails with {@link Invalid} when the question does not fit the rule. */
    public Uni<RuleExplanation> explain(Rule rule, Question question) {
        check(rule, question);
        return pool
                .withTransaction(snapshot -> snapshot.query(READ_ONLY)
                        .execute()
                        .chain(() -> explain(snapshot, rule, question)))
                .onFailure(ExpressionRejected.class)
                .transform(RuleExplainer::unreadable);
    }

    private static void check(Rule rule, Question question) {
        var type = rule.settings().alertType();
        if (RuleKind.EVENT.equals(type) && !(question instanceof OfEvent)) {
            throw new Invalid("event", "must be given: the rule is of alert type event");
        }
        if (!RuleKind.EVENT.equals(type) && question instanceof OfEvent) {
            throw new Invalid("event", "must be absent: the rule is of alert type " + type
                    + "; give test and results, or testId");
        }
    }

    private static Throwable unreadable(Throwable failure) {
        return new Invalid("ruleId", "the rule is not evaluated, replace its expression: " + failure.getMessage());
    }

    private Uni<RuleExplanation> explain(SqlConnection snapshot, Rule rule, Question question) {
        if (question instanceof OfResults asked) {
            return rehearsal.ofResults(snapshot, rule, asked.results())
                    .chain(tests -> tests(snapshot, rule, tests).map(words -> words.asked(tests)));
        }
        if (question instanceof OfRounds asked) {
            return rehearsal.ofRounds(snapshot, rule, asked.test())
                    .chain(tests -> tests(snapshot, rule, tests).map(words -> words.known(tests, asked.rounds())));
        }
        return explain(snapshot, rule, ((OfEvent) question).event());
    }

    private Uni<Tests> tests(SqlConnection snapshot, Rule rule, List<Prospect> tests) {
        var ids = tests.stream().map(test -> test.subject().test()).distinct().toList();
        return open.of(snapshot, rule, ids, clock.instant())
                .map(alerts -> new Tests(rule, alerts));
    }

    private Uni<RuleExplanation> explain(SqlConnection snapshot, Rule rule, EventContent content) {
        var event = new Event(LAST_ID, new UUID(0, 0), rule.scope(), clock.instant(), content);
        return eventRehearsal.of(snapshot, rule, event)
                .chain(prospect -> open.of(snapshot, rule, List.of(), event.receivedAt())
                        .map(alerts -> new Events(rule, prospect, alerts.isEmpty() ? null : alerts.get(0)).explained(event)));
    }
}

package io.tocsin.alerts.rule;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.alert.AlertCounters;

/** What becomes of a rule's alerts when the rule itself goes or asks for something else. */
@ApplicationScoped
class AlertsOfRuleStore {

    private static final String DISABLE = """
            update alert
               set state = 'disabled',
                   suppressed = false,
                   ended_at = greatest(started_at, cast(:at as timestamptz)),
                   until = least(until, greatest(started_at, cast(:at as timestamptz)))
             where rule_id = :rule
               and state = 'open'
            """;

    private static final String LET_GO = DISABLE + """
               and test_id is not null
               and test_id <> all (cast(:tests as text[]))
            """;

    private static final String FORGET_MATCHES = """
            delete from event_match
             where rule_id = :rule
            """;

    private final AlertCounters counters;

    AlertsOfRuleStore(AlertCounters counters) {
        this.counters = counters;
    }

    /** Ends the open alert without telling anybody. */
    Uni<Void> disable(long rule, Instant at) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DISABLE)
                        .setParameter("rule", rule)
                        .setParameter("at", at.atOffset(ZoneOffset.UTC))
                        .executeUpdate())
                .invoke(counters::disabled)
                .replaceWithVoid();
    }

    /** Ends the open alerts over all other tests without telling anybody. */
    Uni<Void> disableBeside(List<String> tests, long rule, Instant at) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LET_GO)
                        .setParameter("rule", rule)
                        .setParameter("at", at.atOffset(ZoneOffset.UTC))
                        .setParameter("tests", tests.toArray(String[]::new))
                        .executeUpdate())
                .invoke(counters::disabled)
                .replaceWithVoid();
    }

    /** Forgets which events matched. Those of a rule that is gone are left to the janitor. */
    Uni<Void> forgetMatches(long rule) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FORGET_MATCHES)
                        .setParameter("rule", rule)
                        .executeUpdate())
                .replaceWithVoid();
    }
}

package io.tocsin.alerts.evaluation;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.database.SteadyPlans;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Finds which rules a batch of events touches, and lets their alerts follow, all in the transaction which takes the batch in. */
@ApplicationScoped
class Evaluation {

    private final RuleMemory memory;
    private final MatchStore matches;
    private final AlertStore alerts;
    private final AlertRound round;
    private final Clock clock;

    Evaluation(RuleMemory memory, MatchStore matches, AlertStore alerts, AlertRound round, Clock clock) {
        this.memory = memory;
        this.matches = matches;
        this.alerts = alerts;
        this.round = round;
        this.clock = clock;
    }

    Uni<Void> evaluate(SqlConnection transaction, List<Recorded> batch) {
        var scopes = batch.stream().map(recorded -> recorded.event().scope()).collect(Collectors.toSet());
        return SteadyPlans.during(transaction, () -> memory.recall(transaction, scopes)
                .chain(rules -> evaluate(transaction, new Batch(batch, rules))));
    }

    private Uni<Void> evaluate(SqlConnection transaction, Batch batch) {
        return findings(transaction, batch)
                .chain(findings -> findings.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : apply(transaction, findings, batch));
    }

    private Uni<Findings> findings(SqlConnection transaction, Batch batch) {
        var sightings = batch.sightings();
        var keys = batch.recoveredKeys();
        if (keys.isEmpty()) {
            return Uni.createFrom().item(new Findings(sightings, List.of()));
        }
        return matches.withKeys(transaction, keys, batch.rules(), batch.firstRecovery())
                .invoke(matched -> sightings.forEach(sighting -> matched.add(sighting.keyOfRule())))
                .map(matched -> new Findings(sightings, batch.recoveries(matched)));
    }

    private Uni<Void> apply(SqlConnection transaction, Findings findings, Batch batch) {
        var from = new HashMap<SourceOfRule, Moment>();
        return alerts.lockRules(transaction, findings.rules())
                .chain(() -> matches.add(transaction, findings.sightings(), clock.instant()))
                .invoke(added -> merge(from, added))
                .chain(() -> matches.takeAway(transaction, findings.recoveries()))
                .invoke(gone -> merge(from, gone))
                .chain(() -> round.follow(transaction, from, batch));
    }

    private static void merge(Map<SourceOfRule, Moment> into, Map<SourceOfRule, Moment> moments) {
        moments.forEach((source, moment) -> into.merge(source, moment, Moment::earlier));
    }
}

package io.tocsin.alerts.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.result.ResultAlertStore.Place;
import io.tocsin.alerts.round.TestLog;
import io.tocsin.model.Scope;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Asks the rules about a batch of results and lets their alerts follow, all in the transaction which takes the batch in. */
@ApplicationScoped
class ResultEvaluation {

    private final ResultRules rules;
    private final TestLogStore logs;
    private final ResultAlerts alerts;
    private final ResultConfig config;
    private final ResultMetrics metrics;

    ResultEvaluation(ResultRules rules, TestLogStore logs, ResultAlerts alerts, ResultConfig config, ResultMetrics metrics) {
        this.rules = rules;
        this.logs = logs;
        this.alerts = alerts;
        this.config = config;
        this.metrics = metrics;
    }

    Uni<Void> evaluate(SqlConnection transaction, List<Received> batch) {
        var scopes = batch.stream().map(received -> received.result().scope()).collect(Collectors.toSet());
        return rules.recall(transaction, scopes)
                .chain(rulesOfScopes -> evaluate(transaction, byTest(batch, rulesOfScopes)));
    }

    private static SortedMap<TestKey, TestBatch> byTest(List<Received> batch, Map<Scope, List<ResultRule>> rulesOfScopes) {
        var tests = new TreeMap<TestKey, TestBatch>();
        batch.forEach(received -> tests.computeIfAbsent(TestKey.of(received.result()), TestBatch::new).add(received));
        tests.forEach((key, test) -> test.watchedBy(rulesOfScopes.getOrDefault(key.scope(), List.of())));
        return tests;
    }

    private Uni<Void> evaluate(SqlConnection transaction, SortedMap<TestKey, TestBatch> tests) {
        return logs.lock(transaction, new TreeSet<>(tests.keySet()))
                .chain(known -> alerts.letGo(transaction, gone(tests, known))
                        .map(done -> judge(tests, known))
                        .call(findings -> logs.write(transaction, known))
                        .chain(findings -> alerts.follow(transaction, findings)));
    }

    private static List<Place> gone(Map<TestKey, TestBatch> tests, Map<TestKey, TestLog> logs) {
        var gone = new ArrayList<Place>();
        tests.forEach((key, test) -> logs.get(key)
                .keepOnly(test.questions())
                .forEach(rule -> gone.add(new Place(rule, key))));
        return gone;
    }

    private List<Finding> judge(Map<TestKey, TestBatch> tests, Map<TestKey, TestLog> logs) {
        tests.forEach((key, test) -> metrics.late(test.late(logs.get(key))));
        return tests.entrySet()
                .stream()
                .flatMap(test -> test.getValue().judge(logs.get(test.getKey()), config.tolerance().toSeconds()).stream())
                .toList();
    }
}

package io.tocsin.alerts.result;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.result.ResultAlertStore.Place;
import io.tocsin.alerts.result.TestMemory.Remembered;
import io.tocsin.alerts.round.TestLog;
import io.tocsin.model.Scope;
import io.tocsin.model.result.TestRef;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Asks the rules about a batch of results and lets their alerts follow, all in the transaction which takes the batch in. */
@ApplicationScoped
class ResultEvaluation {

    private final Watches watches;
    private final TestMemory memory;
    private final ResultAlerts alerts;
    private final ResultConfig config;
    private final ResultMetrics metrics;

    ResultEvaluation(Watches watches, TestMemory memory, ResultAlerts alerts, ResultConfig config, ResultMetrics metrics) {
        this.watches = watches;
        this.memory = memory;
        this.alerts = alerts;
        this.config = config;
        this.metrics = metrics;
    }

    Uni<Void> evaluate(SqlConnection transaction, List<Received> batch) {
        var scopes = batch.stream().map(received -> received.result().scope()).collect(Collectors.toSet());
        return watches.read(transaction, scopes)
                .chain(ofScopes -> evaluate(transaction, byTest(batch, ofScopes)));
    }

    private static SortedMap<TestKey, TestBatch> byTest(List<Received> batch, Map<Scope, Watch> watches) {
        var tests = new TreeMap<TestKey, TestBatch>();
        batch.forEach(received -> tests.computeIfAbsent(TestKey.of(received.result()), TestBatch::new).add(received));
        tests.forEach((key, test) -> test.watchedBy(watches.get(key.scope())));
        return tests;
    }

    private Uni<Void> evaluate(SqlConnection transaction, SortedMap<TestKey, TestBatch> tests) {
        return memory.recall(transaction, tests)
                .chain(known -> alerts.letGo(transaction, gone(tests, known.logs()))
                        .map(done -> judge(tests, known))
                        .call(findings -> memory.write(transaction, known, described(tests)))
                        .chain(findings -> alerts.follow(transaction, findings)));
    }

    private static Map<TestKey, TestRef> described(Map<TestKey, TestBatch> tests) {
        var described = new HashMap<TestKey, TestRef>();
        tests.forEach((key, test) -> described.put(key, test.test()));
        return described;
    }

    private static List<Place> gone(Map<TestKey, TestBatch> tests, Map<TestKey, TestLog> logs) {
        var gone = new ArrayList<Place>();
        tests.forEach((key, test) -> logs.get(key)
                .keepOnly(test.questions())
                .forEach(rule -> gone.add(new Place(rule, key))));
        return gone;
    }

    private List<Finding> judge(Map<TestKey, TestBatch> tests, Remembered known) {
        tests.forEach((key, test) -> metrics.late(test.late(known.logs().get(key))));
        return tests.entrySet()
                .stream()
                .flatMap(test -> judge(test.getValue(), known.logs().get(test.getKey()), known).stream())
                .toList();
    }

    private List<Finding> judge(TestBatch test, TestLog log, Remembered known) {
        var findings = test.judge(log, known.baselines());
        test.settle(log, config.tolerance().toSeconds());
        return findings;
    }
}

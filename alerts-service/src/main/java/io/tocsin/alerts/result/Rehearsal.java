package io.tocsin.alerts.result;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.evaluation.AlertMove;
import io.tocsin.alerts.result.Prospect.Known;
import io.tocsin.alerts.result.Prospect.Subject;
import io.tocsin.alerts.result.ResultAlertStore.Place;
import io.tocsin.alerts.round.TestLog;
import io.tocsin.alerts.rule.Rule;
import io.tocsin.alerts.suppression.SuppressionReader;
import io.tocsin.alerts.suppression.Suppressions;
import io.tocsin.expression.ExpressionRejected;
import io.tocsin.model.TimeOrderedId;
import io.tocsin.model.result.TestResult;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Goes through what evaluation would do, by the very same steps, and does none of it: everything is read without a lock from one
 * snapshot, and nothing is written.
 */
@ApplicationScoped
public class Rehearsal {

    private final TestLogStore logs;
    private final BaselineStore baselines;
    private final ResultAlertStore alerts;
    private final SuppressionReader windows;

    Rehearsal(TestLogStore logs, BaselineStore baselines, ResultAlertStore alerts, SuppressionReader windows) {
        this.logs = logs;
        this.baselines = baselines;
        this.alerts = alerts;
        this.windows = windows;
    }

    /** What would happen if these results came in now; fails with {@link ExpressionRejected} for a rule that cannot be read. */
    public Uni<List<Prospect>> ofResults(SqlConnection snapshot, Rule rule, List<TestResult> results) {
        var ready = ready(rule);
        return windows.read(snapshot, rule.scope())
                .chain(suppressions -> rehearse(snapshot, ready, byTest(ready, results, suppressions))
                        .chain(tests -> prospects(snapshot, tests, suppressions)));
    }

    /** What is known of the last rounds of the test: one for each of its targets, and one without rounds when nothing is kept. */
    public Uni<List<Prospect>> ofRounds(SqlConnection snapshot, Rule rule, String test) {
        var ready = ready(rule);
        return windows.read(snapshot, rule.scope())
                .chain(suppressions -> logs.ofTest(snapshot, rule.scope(), test, ready.expression().type().layer())
                        .map(known -> past(ready, known.isEmpty() ? nothing(ready, test) : known, suppressions)));
    }

    private static Map<TestKey, TestLog> nothing(ResultRule rule, String test) {
        return Map.of(new TestKey(rule.rule().scope(), test, rule.expression().type().layer(), ""), new TestLog());
    }

    private static List<Prospect> past(ResultRule rule, Map<TestKey, TestLog> logs, Suppressions suppressions) {
        return logs.entrySet()
                .stream()
                .map(log -> past(rule, log.getKey(), log.getValue(), suppressions))
                .toList();
    }

    private static ResultRule ready(Rule rule) {
        return ResultRule.ready(rule).findFirst().orElseThrow();
    }

    private static SortedMap<TestKey, TestBatch> byTest(ResultRule rule, List<TestResult> results, Suppressions suppressions) {
        var tests = new TreeMap<TestKey, TestBatch>();
        results.forEach(result -> tests.computeIfAbsent(TestKey.of(result), TestBatch::new).add(new Received(result, null)));
        tests.values().forEach(test -> test.watchedBy(new Watch(List.of(rule), suppressions)));
        return tests;
    }

    private Uni<List<TestRehearsal>> rehearse(
            SqlConnection snapshot, ResultRule rule, SortedMap<TestKey, TestBatch> tests) {
        var asked = new HashSet<BaselineKey>();
        tests.values().forEach(test -> asked.addAll(test.baselines()));
        return logs.read(snapshot, tests.keySet())
                .chain(known -> baselines.read(snapshot, asked)
                        .map(book -> tests.values()
                                .stream()
                                .map(test -> new TestRehearsal(rule, test, known.get(test.key()), book))
                                .toList()));
    }

    private Uni<List<Prospect>> prospects(SqlConnection snapshot, List<TestRehearsal> tests, Suppressions suppressions) {
        var findings = tests.stream().flatMap(test -> test.findings().stream()).toList();
        return alerts.load(snapshot, findings)
                .map(stored -> tests.stream()
                        .map(test -> test.prospect(moves(test, stored), suppressions))
                        .toList());
    }

    private static List<AlertMove> moves(TestRehearsal test, Map<Place, List<Stored>> stored) {
        return test.findings()
                .stream()
                .map(finding -> Changes.of(finding,
                        stored.getOrDefault(new Place(finding.rule().id(), finding.key()), List.of()), TimeOrderedId::at))
                .flatMap(Moves::of)
                .toList();
    }

    private static Prospect past(ResultRule rule, TestKey key, TestLog log, Suppressions suppressions) {
        log.keepOnly(Map.of(rule.id(), rule.question()));
        return new Prospect(new Subject(key.test(), null, key.layer(), key.target(), key.target()), rule.attentionTo(key, null),
                rule.condition(), Known.of(log, rule.id()), List.of(), List.of(), suppressions);
    }
}

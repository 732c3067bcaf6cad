package io.tocsin.alerts.result;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.tocsin.alerts.round.Mark;
import io.tocsin.alerts.round.Occurrence;
import io.tocsin.alerts.round.TestLog;
import io.tocsin.alerts.suppression.Suppression;
import io.tocsin.alerts.suppression.Suppressions;
import io.tocsin.expression.evaluate.Observation;
import io.tocsin.expression.evaluate.Outcome;
import io.tocsin.expression.evaluate.Outcome.Verdict;
import io.tocsin.model.result.TestRef;
import io.tocsin.model.result.TestResult;
import io.tocsin.outbox.IncomingMessage;

/** The results of one layer of one test in a batch, and the rules which watch it. */
final class TestBatch {

    private final TestKey key;
    private final List<Received> results = new ArrayList<>();
    private final Map<Long, ResultRule> rules = new TreeMap<>();
    private Map<String, String> names = Map.of();
    private Suppressions suppressions;

    TestBatch(TestKey key) {
        this.key = key;
    }

    void add(Received received) {
        results.add(received);
    }

    void watchedBy(Watch watch) {
        suppressions = watch.suppressions();
        watch.rules()
                .stream()
                .filter(rule -> rule.watches(key, test()))
                .forEach(rule -> rules.put(rule.id(), rule));
    }

    Map<Long, String> questions() {
        var questions = new HashMap<Long, String>();
        rules.forEach((id, rule) -> questions.put(id, rule.question()));
        return questions;
    }

    /** Those which {@code Auto(...)} of its rules asks about its results. */
    Set<BaselineKey> baselines() {
        var keys = new HashSet<BaselineKey>();
        for (var rule : rules.values()) {
            for (var metric : rule.expression().dynamicMetrics()) {
                results.forEach(received -> keys.add(BaselineKey.of(key, received.result().source().id(), rule, metric)));
            }
        }
        return keys;
    }

    /** Takes the results into the log. */
    List<Finding> judge(TestLog log, BaselineBook baselines) {
        var before = new HashMap<Long, List<Occurrence>>();
        rules.forEach((id, rule) -> before.put(id, log.occurrences(id, rule.condition())));
        long settled = log.settled();
        results()
                .filter(result -> log.admits(result.roundId()))
                .filter(result -> !isLeftOut(result.roundId()))
                .forEach(result -> take(result, log, baselines));
        var findings = rules.values()
                .stream()
                .map(rule -> new Finding(rule, this, settled, before.get(rule.id()), log.occurrences(rule.id(), rule
                        .condition())))
                .filter(Finding::isNew)
                .toList();
        names = Map.copyOf(log.names());
        return findings;
    }

    /** To be called when everybody is done with the log: it forgets what no result can change any more. */
    void settle(TestLog log, long tolerance) {
        log.settle(tolerance, id -> rules.get(id).condition());
    }

    private Suppression suppression(long round) {
        return suppressions.at(key.test(), Instant.ofEpochSecond(round));
    }

    /** Whether a scheduled suppression window keeps the round from being evaluated. */
    boolean isLeftOut(long round) {
        return suppression(round) == Suppression.SCHEDULED;
    }

    /** Whether a real-time suppression window hides from people what happens in the round. */
    boolean isMuted(long round) {
        return suppression(round) == Suppression.REAL_TIME;
    }

    private void take(TestResult result, TestLog log, BaselineBook baselines) {
        log.report(result.roundId(), result.source().id(), result.source().name());
        var asked = rules.values()
                .stream()
                .filter(rule -> rule.looksAt(result))
                .toList();
        asked.forEach(rule -> note(rule.expression().evaluate(result, baselines.of(key, rule, result)), rule, result, log));
        baselines.add(key, result, asked);
    }

    private static void note(Outcome outcome, ResultRule rule, TestResult result, TestLog log) {
        var source = result.source().id();
        if (outcome.isViolated()) {
            log.rule(rule.id(), rule.question()).put(result.roundId(), source, mark(true, outcome.metrics(), result));
        } else if (outcome.verdict() == Verdict.OUT_OF_SCOPE) {
            if (rule.countsShares()) {
                log.rule(rule.id(), rule.question()).isOutside(source);
            }
        } else if (log.rules().containsKey(rule.id()) && log.rule(rule.id(), rule.question()).knows(source)) {
            var measured = Observation.joined(rule.expression().observe(result));
            log.rule(rule.id(), rule.question()).put(result.roundId(), source, mark(false, measured, result));
        }
    }

    private static Mark mark(boolean violates, String metrics, TestResult result) {
        return new Mark(violates, metrics, result.receivedAt().toEpochMilli());
    }

    Stream<TestResult> results() {
        return results.stream().map(Received::result);
    }

    TestKey key() {
        return key;
    }

    TestRef test() {
        return results.get(results.size() - 1).result().test();
    }

    /** Of a source, its id when nobody said its name. */
    String name(String source) {
        return names.getOrDefault(source, source);
    }

    String targetName() {
        return TestKey.targetName(results.get(0).result().target());
    }

    long late(TestLog log) {
        return results.stream().filter(received -> !log.admits(received.result().roundId())).count();
    }

    /** Any of its messages: what it causes continues the trace of one. */
    IncomingMessage cause() {
        return results.get(results.size() - 1).message();
    }
}

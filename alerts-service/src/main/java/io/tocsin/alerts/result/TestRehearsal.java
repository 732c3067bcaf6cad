package io.tocsin.alerts.result;

import java.util.List;
import java.util.Map;

import io.tocsin.alerts.evaluation.AlertMove;
import io.tocsin.alerts.result.Judged.Fate;
import io.tocsin.alerts.result.Prospect.Known;
import io.tocsin.alerts.result.Prospect.Subject;
import io.tocsin.alerts.round.TestLog;
import io.tocsin.alerts.suppression.Suppressions;
import io.tocsin.model.result.TestResult;

/** Lets one rule judge results of one test on a copy of what is kept of the test, and writes nothing. */
final class TestRehearsal {

    private final ResultRule rule;
    private final TestBatch batch;
    private final TestLog log;
    private final BaselineBook baselines;
    private final List<Finding> findings;

    /** @param log null when nothing is kept */
    TestRehearsal(ResultRule rule, TestBatch batch, TestLog log, BaselineBook baselines) {
        this.rule = rule;
        this.batch = batch;
        this.log = log == null ? new TestLog() : log;
        this.baselines = baselines;
        this.log.keepOnly(Map.of(rule.id(), rule.question()));
        this.findings = batch.judge(this.log, baselines);
    }

    List<Finding> findings() {
        return findings;
    }

    TestKey key() {
        return batch.key();
    }

    Prospect prospect(List<AlertMove> moves, Suppressions suppressions) {
        var test = batch.test();
        return new Prospect(new Subject(test.id(), test.name(), key().layer(), key().target(), batch.targetName()),
                rule.attentionTo(key(), test), rule.condition(), Known.of(log, rule.id()),
                batch.results().map(this::judged).toList(), moves, suppressions);
    }

    private Judged judged(TestResult result) {
        if (rule.expression().type().layer() != result.layer()) {
            return new Judged(result, Fate.OTHER_LAYER, null, null);
        }
        return new Judged(result, fate(result),
                rule.expression().explain(result, baselines.of(batch.key(), rule, result)),
                rule.expression().explainScope(result).orElse(null));
    }

    private Fate fate(TestResult result) {
        if (!log.admits(result.roundId())) {
            return Fate.TOO_LATE;
        }
        if (batch.isLeftOut(result.roundId())) {
            return Fate.LEFT_OUT;
        }
        if (!rule.looksAt(result)) {
            return rule.looksAtPrefixOf(result) ? Fate.OTHER_DIRECTION : Fate.COVERED_PREFIX;
        }
        return switch (rule.expression().evaluate(result, baselines.of(batch.key(), rule, result)).verdict()) {
            case VIOLATED -> Fate.VIOLATES;
            case KEPT -> Fate.WELL;
            case OUT_OF_SCOPE -> Fate.OUT_OF_SCOPE;
        };
    }
}

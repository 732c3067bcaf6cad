package io.tocsin.alerts.result;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

import io.tocsin.expression.evaluate.Baselines;
import io.tocsin.model.result.TestResult;

/** The baselines which a batch asks, and which it carries on. */
final class BaselineBook {

    private final Map<BaselineKey, Baseline> baselines;
    private final Set<BaselineKey> changed = new HashSet<>();

    BaselineBook(Map<BaselineKey, Baseline> known) {
        this.baselines = new HashMap<>(known);
    }

    /** Of the series which the result continues. */
    Baselines of(TestKey test, ResultRule rule, TestResult result) {
        return (metric, share) -> quantile(BaselineKey.of(test, result.source().id(), rule, metric), result.roundId(), share);
    }

    private OptionalDouble quantile(BaselineKey key, long round, double share) {
        var baseline = baselines.get(key);
        return baseline == null ? OptionalDouble.empty() : baseline.quantile(round, share);
    }

    /** A result is a point for those after it, not for itself: to be called when every rule was asked about it. */
    void add(TestKey test, TestResult result, Collection<ResultRule> rules) {
        for (var rule : rules) {
            for (var metric : rule.expression().dynamicMetrics()) {
                rule.expression()
                        .point(metric, result)
                        .ifPresent(point -> add(BaselineKey.of(test, result.source().id(), rule, metric), result.roundId(),
                                point));
            }
        }
    }

    private void add(BaselineKey key, long round, double point) {
        if (baselines.computeIfAbsent(key, any -> new Baseline()).add(round, point)) {
            changed.add(key);
        }
    }

    Map<BaselineKey, Baseline> changed() {
        var rows = new HashMap<BaselineKey, Baseline>();
        changed.forEach(key -> rows.put(key, baselines.get(key)));
        return rows;
    }
}

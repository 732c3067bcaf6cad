package io.tocsin.alerts.evaluation;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.tocsin.model.TimeOrderedId;

/** Gives each rule its own courses and alerts, and names the alerts that are new. */
@ApplicationScoped
class AlertFormer {

    private final EvaluationConfig config;
    private final EvaluationMetrics metrics;
    private final Clock clock;

    AlertFormer(EvaluationConfig config, EvaluationMetrics metrics, Clock clock) {
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** The alerts which are new or not what they were. */
    List<AlertOfRule> form(Map<SourceOfRule, Course> courses, Map<Long, List<AlertDraft>> known, Batch batch) {
        var now = clock.instant();
        var formed = byRule(courses).entrySet()
                .stream()
                .flatMap(entry -> form(batch.rule(entry.getKey()), entry.getValue(), known, now))
                .toList();
        metrics.formed(formed);
        return formed;
    }

    private Stream<AlertOfRule> form(
            EventRule rule, Map<String, Course> courses, Map<Long, List<AlertDraft>> known, Instant now) {
        var drafts = new AlertDrafts(known.getOrDefault(rule.id(), List.of()), now, config.settle(),
                () -> TimeOrderedId.at(now));
        return drafts.form(courses).stream().map(draft -> new AlertOfRule(rule, draft));
    }

    private static Map<Long, Map<String, Course>> byRule(Map<SourceOfRule, Course> courses) {
        var byRule = new TreeMap<Long, Map<String, Course>>();
        courses.forEach((source, course) -> byRule.computeIfAbsent(source.rule(), any -> new HashMap<>())
                .put(source.source(), course));
        return byRule;
    }
}

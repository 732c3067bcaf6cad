package io.tocsin.detection.diagnosis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.tocsin.detection.component.Component;
import io.tocsin.detection.flow.Flow;
import io.tocsin.detection.flow.FlowBook;

/** The fewest and narrowest components which explain the failures of one minute. */
final class Diagnosis {

    private static final int RECENT_ROUNDS = 3;
    private static final int MOST_FINDINGS = 50;
    private static final int MOST_REJECTED = 5;

    private final FlowBook book;
    private final DiagnosisSettings settings;
    private final FlowEvidence evidence;
    private final Map<Flow, double[]> terms = new HashMap<>();
    private final Set<Component> running;
    private final double threshold;

    /** @param running components of running events, which are preferred by little */
    Diagnosis(FlowBook book, FlowEvidence evidence, Set<Component> running, DiagnosisSettings settings) {
        this.evidence = evidence;
        this.book = book;
        this.running = running;
        this.settings = settings;
        this.threshold = settings.threshold(book.components());
    }

    /** @param explained flows whose failures running events stand for */
    List<Finding> findings(Set<Flow> explained) {
        return cover(candidates(explained));
    }

    private List<Candidate> candidates(Set<Flow> explained) {
        var failing = new TreeMap<Component, List<Flow>>();
        for (var flow : book.flows()) {
            if (flow.strip().failedSince(Alternatives.lastMinute()) && book.counts(flow) && !explained.contains(flow)) {
                flow.components().forEach(component -> failing.computeIfAbsent(component, none -> new ArrayList<>()).add(flow));
            }
        }
        var candidates = new ArrayList<Candidate>();
        failing.forEach((component, flows) -> {
            if (flows.size() >= settings.fewestFlows() && flows.stream().anyMatch(Diagnosis::failsStill)) {
                candidates.add(new Candidate(component, flows, sums(component, explained), loyalty(component)));
            }
        });
        return candidates;
    }

    private static boolean failsStill(Flow flow) {
        return flow.strip().failedWithin(RECENT_ROUNDS);
    }

    private double loyalty(Component component) {
        return running.contains(component) ? settings.loyalty() : 0;
    }

    private double[] sums(Component component, Set<Flow> explained) {
        var sums = new double[Alternatives.SIZE];
        for (var flow : book.members(component)) {
            if (book.counts(flow) && !explained.contains(flow)) {
                var own = termsOf(flow);
                for (int alternative = 0; alternative < sums.length; alternative++) {
                    sums[alternative] += own[alternative];
                }
            }
        }
        return sums;
    }

    private double[] termsOf(Flow flow) {
        return terms.computeIfAbsent(flow, key -> evidence.of(key, book.persistence()));
    }

    /** The most plausible one, then the most plausible one of what it leaves unexplained, and so on. */
    private List<Finding> cover(List<Candidate> candidates) {
        var findings = new ArrayList<Finding>();
        while (findings.size() < MOST_FINDINGS) {
            var best = mostPlausible(candidates);
            if (best == null) {
                return findings;
            }
            for (var chosen : narrowed(best, candidates)) {
                var finding = finding(chosen, candidates);
                findings.add(finding);
                explain(finding.flows(), candidates);
                candidates.remove(chosen);
            }
        }
        return findings;
    }

    private Candidate mostPlausible(Collection<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.evidence() >= threshold)
                .filter(candidate -> candidate.isCrossed(touched(candidate), settings.fewestFlows()))
                .max(Comparator.comparingDouble(Candidate::plausibility)
                        .thenComparing(Candidate::component,
                                Comparator.reverseOrder()))
                .orElse(null);
    }

    /** Several narrower ones instead, if they explain what this does so much better that it pays to believe in several. */
    private List<Candidate> narrowed(Candidate wide, List<Candidate> candidates) {
        var touched = new HashSet<>(touched(wide));
        var left = new ArrayList<Candidate>();
        for (var candidate : candidates) {
            if (candidate != wide && touched.containsAll(touched(candidate)) && !isSame(candidate, wide)) {
                left.add(candidate.copy());
            }
        }
        var parts = new ArrayList<Component>();
        var plausibility = settings.cause();
        for (var part = mostPlausible(left); part != null; part = mostPlausible(left)) {
            plausibility += part.plausibility() - settings.cause();
            parts.add(part.component());
            left.remove(part);
            explain(touched(part), left);
        }
        return !parts.isEmpty() && plausibility > wide.plausibility()
                ? candidates.stream().filter(candidate -> parts.contains(candidate.component())).toList()
                : List.of(wide);
    }

    /** Whether all flows pass both or neither, as of an agent alone in its network: then the one is no part of the other. */
    private boolean isSame(Candidate one, Candidate other) {
        return List.copyOf(book.members(one.component())).equals(List.copyOf(book.members(other.component())));
    }

    private void explain(Collection<Flow> flows, List<Candidate> candidates) {
        for (var flow : flows) {
            candidates.forEach(candidate -> candidate.remove(flow, termsOf(flow)));
        }
    }

    private Finding finding(Candidate chosen, List<Candidate> candidates) {
        var flows = touched(chosen);
        var rejected = candidates.stream()
                .filter(other -> other != chosen && other.failing().stream().anyMatch(flows::contains))
                .map(other -> new Finding.Rejected(other.component(), chosen.plausibility() - other.plausibility()))
                .sorted(Comparator.comparingDouble(Finding.Rejected::worseBy).thenComparing(Finding.Rejected::component))
                .limit(MOST_REJECTED)
                .toList();
        return new Finding(chosen.component(), chosen.evidence(), threshold, since(chosen, flows),
                Alternatives.failingRounds(Alternatives.kindOf(chosen.best())), flows, rejected);
    }

    /** All that fail, if the fault most likely touches all; else those which rather are touched than not. */
    private List<Flow> touched(Candidate candidate) {
        var best = candidate.best();
        return candidate.failing()
                .stream()
                .filter(flow -> Alternatives.touchedOf(best) == 1 || termsOf(flow)[best] > 0)
                .toList();
    }

    /** The first round that failed since the fault most likely began. */
    private int since(Candidate chosen, List<Flow> flows) {
        var beginning = Alternatives.minutesAgo(Alternatives.beginningOf(chosen.best()));
        for (int minutesAgo = beginning; minutesAgo > 0; minutesAgo--) {
            var ago = minutesAgo;
            if (flows.stream().anyMatch(flow -> flow.strip().failed(ago))) {
                return book.minute() - minutesAgo;
            }
        }
        return book.minute();
    }
}

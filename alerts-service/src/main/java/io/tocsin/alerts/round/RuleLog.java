package io.tocsin.alerts.round;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is kept for one rule of one test: violations only, so that a rule which nothing violates costs nothing. */
public final class RuleLog {

    private final TreeMap<Long, Map<String, Mark>> marks = new TreeMap<>();
    private final Set<String> outside = new TreeSet<>();
    private final String question;
    private Occurrence open;

    RuleLog(String question) {
        this.question = question;
    }

    /** From {@link #question()}, {@link #open()}, {@link #outside()} and {@link #marks()}. */
    public RuleLog(String question, Occurrence open, Set<String> outside, Map<Long, Map<String, Mark>> marks) {
        this.question = question;
        this.open = open;
        this.outside.addAll(outside);
        marks.forEach((round, ofSources) -> this.marks.put(round, new TreeMap<>(ofSources)));
    }

    public void put(long round, String source, Mark mark) {
        marks.computeIfAbsent(round, any -> new TreeMap<>()).merge(source, mark, Mark::or);
    }

    /** A source which the rule does not look at does not count as one of its sources. */
    public void isOutside(String source) {
        outside.add(source);
    }

    /** Whether it has to do with the source: then what it measures is worth noting even if it is well. */
    public boolean knows(String source) {
        return open != null && open.parts().containsKey(source)
                || marks.values().stream().anyMatch(ofSources -> ofSources.containsKey(source));
    }

    /** Whether there can be an alert. */
    public boolean isHot() { return open != null || !marks.isEmpty(); }

    boolean isEmpty() { return !isHot() && outside.isEmpty(); }

    List<Occurrence> occurrences(GlobalCondition condition, List<Round> rounds, long settled) {
        return new Fold(condition, rounds).run(open, settled, Long.MAX_VALUE);
    }

    /** Goes once and for all through the rounds up to {@code until}. */
    void settle(GlobalCondition condition, List<Round> rounds, long settled, long until) {
        var occurrences = new Fold(condition, rounds).run(open, settled, until);
        var last = occurrences.isEmpty() ? null : occurrences.get(occurrences.size() - 1);
        open = last != null && last.lasts() ? last : null;
    }

    void forgetBefore(long round) {
        marks.headMap(round).clear();
    }

    Round round(long id, Set<String> sources) {
        var violations = new TreeMap<String, String>();
        var kept = new TreeMap<String, String>();
        marks.getOrDefault(id, Map.of())
                .forEach((source, mark) -> (mark.violates() ? violations : kept).put(source, mark.metrics()));
        return new Round(id, outside.isEmpty() ? sources : inside(sources), violations, kept);
    }

    private Set<String> inside(Set<String> sources) {
        var inside = new TreeSet<>(sources);
        inside.removeAll(outside);
        return inside;
    }

    /** What the rule asked when all this was noted. */
    public String question() {
        return question;
    }

    /** The occurrence which lasted when the last settled round was over, null for none. */
    public Occurrence open() {
        return open;
    }

    public Set<String> outside() {
        return outside;
    }

    public Map<Long, Map<String, Mark>> marks() {
        return marks;
    }
}

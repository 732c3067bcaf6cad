package io.tocsin.alerts.round;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;

/**
 * What is kept of one layer of one test (and server, or prefix): which sources reported in which of the last rounds, and the
 * {@link RuleLog} of each rule which something violated. Rounds up to {@link #settled()} never change again.
 */
public final class TestLog {

    private final TreeMap<Long, BitSet> reports = new TreeMap<>();
    private final List<String> sources = new ArrayList<>();
    private final Map<String, String> names = new TreeMap<>();
    private final Map<Long, RuleLog> rules = new TreeMap<>();

    /** What the reports say, in words; the same for every rule. */
    private final Map<Long, Set<String>> ids = new HashMap<>();
    private long settled = Long.MIN_VALUE;

    public TestLog() {}

    /** @param reports by round, the places in {@code sources} of those which reported */
    public TestLog(long settled, List<String> sources, Map<String, String> names, Map<Long, BitSet> reports,
            Map<Long, RuleLog> rules) {
        this.settled = settled;
        this.sources.addAll(sources);
        this.names.putAll(names);
        this.reports.putAll(reports);
        this.rules.putAll(rules);
    }

    /** Whether a round is still open to results. */
    public boolean admits(long round) {
        return round > settled;
    }

    /** @param name null when the sender did not say it */
    public void report(long round, String source, String name) {
        if (name != null) {
            names.put(source, name);
        }
        reports.computeIfAbsent(round, any -> new BitSet()).set(place(source));
        ids.remove(round);
    }

    private int place(String source) {
        int place = sources.indexOf(source);
        if (place < 0) {
            sources.add(source);
            return sources.size() - 1;
        }
        return place;
    }

    /** Made when it is missing. */
    public RuleLog rule(long id, String question) {
        return rules.computeIfAbsent(id, any -> new RuleLog(question));
    }

    /**
     * Forgets what was noted for rules which are gone, ask something else now, or do not look at this test any more.
     *
     * @param questions by rule
     * @return those of them which may have an open alert
     */
    public Set<Long> keepOnly(Map<Long, String> questions) {
        var gone = new HashSet<Long>();
        rules.entrySet().removeIf(entry -> {
            var isGone = !entry.getValue().question().equals(questions.get(entry.getKey()));
            if (isGone && entry.getValue().isHot()) {
                gone.add(entry.getKey());
            }
            return isGone;
        });
        return gone;
    }

    public List<Occurrence> occurrences(long rule, GlobalCondition condition) {
        var log = rules.get(rule);
        return log == null || !log.isHot() ? List.of() : log.occurrences(condition, rounds(log), settled);
    }

    /** All rounds which are known, as the rule sees them; without violations where nothing was noted for it. */
    public List<Round> rounds(long rule) {
        return rounds(rules.getOrDefault(rule, new RuleLog("")));
    }

    /**
     * Takes for final what lies further back from the latest round than results may come late.
     *
     * @param conditions of every rule that has a log
     */
    public void settle(long tolerance, LongFunction<GlobalCondition> conditions) {
        var until = reports.isEmpty() ? null : reports.floorKey(reports.lastKey() - tolerance - 1);
        if (until == null || until <= settled) {
            return;
        }
        rules.forEach((id, log) -> {
            if (log.isHot()) {
                log.settle(conditions.apply(id), rounds(log), settled, until);
            }
        });
        settled = until;
        forget();
    }

    /** Keeps as many settled rounds as the next one looks back at. */
    private void forget() {
        var first = settled;
        for (int back = 2; back < GlobalCondition.LOOK_BACK; back++) {
            var before = reports.lowerKey(first);
            first = before == null ? first : before;
        }
        reports.headMap(first).clear();
        for (var log : rules.values()) {
            log.forgetBefore(first);
        }
        rules.values().removeIf(RuleLog::isEmpty);
    }

    private List<Round> rounds(RuleLog log) {
        var rounds = new ArrayList<Round>(reports.size());
        reports.forEach((id, who) -> rounds.add(log.round(id, ids.computeIfAbsent(id, any -> ids(who)))));
        return rounds;
    }

    private Set<String> ids(BitSet who) {
        var ids = new HashSet<String>();
        who.stream().mapToObj(sources::get).forEach(ids::add);
        return ids;
    }

    /** {@link Long#MIN_VALUE} for none. */
    public long settled() {
        return settled;
    }

    public List<String> sources() {
        return sources;
    }

    /** By source, for people. */
    public Map<String, String> names() {
        return names;
    }

    public Map<Long, BitSet> reports() {
        return reports;
    }

    public Map<Long, RuleLog> rules() {
        return rules;
    }
}

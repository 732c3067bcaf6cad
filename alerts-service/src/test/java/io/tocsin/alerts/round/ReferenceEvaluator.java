package io.tocsin.alerts.round;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The alerts of all reports of a test, recomputed from scratch by the words of wire/thousandeyes.md §4.5: slow, small, and sharing nothing
 * with the code that it judges but the settings.
 */
final class ReferenceEvaluator {

    private final GlobalCondition rule;
    private final TreeMap<Long, TreeMap<String, Boolean>> rounds = new TreeMap<>();
    private final List<Long> ids;

    ReferenceEvaluator(GlobalCondition rule, Collection<Seen> all) {
        this.rule = rule;
        all.forEach(seen -> rounds.computeIfAbsent(seen.round(), any -> new TreeMap<>())
                .merge(seen.source(), seen.violates(), Boolean::logicalOr));
        this.ids = List.copyOf(rounds.keySet());
    }

    /** {@code 4..7 a 3..6, b 5..7}, the end absent while it lasts. */
    List<String> alerts() {
        var alerts = new ArrayList<String>();
        int at = 0;
        while (at < ids.size()) {
            if (!completes(at)) {
                at++;
                continue;
            }
            int end = at + 1;
            while (end < ids.size() && !violatingNow(at, end).isEmpty()) {
                end++;
            }
            alerts.add(alert(at, Math.min(end, ids.size())));
            at = end + 1;
        }
        return alerts;
    }

    private boolean completes(int at) {
        var window = ids.subList(Math.max(0, at - rule.outOf() + 1), at + 1);
        int enough = enough(at);
        if (!rule.exact()) {
            return violating(ids.get(at)).size() >= enough
                    && window.stream().filter(id -> violating(id).size() >= enough).count() >= rule.required();
        }
        return violating(ids.get(at)).stream()
                .filter(source -> window.stream().filter(id -> violating(id).contains(source)).count() >= rule.required())
                .count() >= enough;
    }

    private int enough(int at) {
        var known = ids.subList(Math.max(0, at - 9), at + 1)
                .stream()
                .flatMap(id -> rounds.get(id).keySet().stream())
                .collect(
                        Collectors.toSet());
        return Math.max(rule.minimumSources(), (int) Math.ceil(known.size() * rule.minimumSourcesPct() / 100.0));
    }

    private Set<String> violating(long id) {
        return rounds.get(id).keySet().stream().filter(source -> rounds.get(id).get(source)).collect(Collectors.toSet());
    }

    /** Those of which the last word is a violation of this alert, unless they have been silent for too long. */
    private Set<String> violatingNow(int start, int at) {
        return members(start, at).stream().filter(source -> end(source, start, at) == null).collect(Collectors.toSet());
    }

    private TreeSet<String> members(int start, int at) {
        var members = new TreeSet<String>();
        for (int index = Math.max(0, start - rule.outOf() + 1); index <= at; index++) {
            members.addAll(violating(ids.get(index)));
        }
        return members;
    }

    /** When a source stopped to violate, as known in round {@code at}; null while it violates. */
    private Long end(String source, int start, int at) {
        Long end = null;
        int heard = -1;
        for (int index = Math.max(0, start - 9); index <= at; index++) {
            var said = rounds.get(ids.get(index)).get(source);
            if (said != null) {
                end = said ? null : heard >= 0 && end == null ? ids.get(index) : end;
                heard = said || heard >= 0 ? index : heard;
            } else if (index > start && heard >= 0 && end == null && index - lastSaid(source, index) >= Math.max(3, rule
                    .outOf())) {
                end = ids.get(index);
            }
        }
        return end;
    }

    private int lastSaid(String source, int before) {
        int index = before;
        while (index >= 0 && !rounds.get(ids.get(index)).containsKey(source)) {
            index--;
        }
        return index;
    }

    private String alert(int start, int end) {
        int last = Math.min(end, ids.size() - 1);
        return ids.get(start) + ".." + (end < ids.size() ? ids.get(end) : "") + " " + members(start, last).stream()
                .map(source -> source + " " + begin(source, start, last) + ".." + shown(end(source, start, last)))
                .collect(Collectors.joining(", "));
    }

    /** The first round of the run of violations with which it came in. */
    private long begin(String source, int start, int last) {
        int index = Stream.iterate(start, at -> at - 1)
                .limit(Math.min(rule.outOf(), start + 1))
                .filter(at -> violating(ids.get(at)).contains(source))
                .findFirst()
                .orElseGet(() -> Stream.iterate(start, at -> at <= last, at -> at + 1)
                        .filter(at -> violating(ids.get(at)).contains(source))
                        .findFirst()
                        .orElseThrow());
        if (index > start) {
            return ids.get(index);
        }
        int first = index;
        for (int at = index; at >= Math.max(0, start - 9); at--) {
            var said = rounds.get(ids.get(at)).get(source);
            if (Boolean.FALSE.equals(said)) {
                break;
            }
            first = said == null ? first : at;
        }
        return ids.get(first);
    }

    private static String shown(Long end) {
        return end == null ? "" : end.toString();
    }
}

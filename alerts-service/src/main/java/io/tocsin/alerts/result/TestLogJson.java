package io.tocsin.alerts.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.alerts.round.Mark;
import io.tocsin.alerts.round.Occurrence;
import io.tocsin.alerts.round.Part;
import io.tocsin.alerts.round.RuleLog;
import io.tocsin.alerts.round.TestLog;

/** Test logs as the text in their table. */
@Singleton
@RegisterForReflection(targets = { TestLogJson.Kept.class, TestLogJson.KeptRule.class, Occurrence.class, Part.class,
        Mark.class })
class TestLogJson {

    private final ObjectMapper json;

    TestLogJson(ObjectMapper json) {
        this.json = json;
    }

    /** @param rounds who reported: one bit per source, in hexadecimal digits, the first source the lowest bit of the first byte */
    record Kept(long settled, List<String> sources, Map<String, String> names, Map<Long, String> rounds,
            Map<Long, KeptRule> rules) {}

    record KeptRule(String question, Occurrence open, Set<String> outside, Map<Long, Map<String, Mark>> marks) {}

    TestLog read(String text) {
        if (text.isEmpty()) {
            return new TestLog();
        }
        try {
            return log(json.readValue(text, Kept.class));
        } catch (IOException e) {
            throw new UncheckedIOException("table test_log holds what no release of Tocsin wrote", e);
        }
    }

    private static TestLog log(Kept kept) {
        var reports = new TreeMap<Long, BitSet>();
        kept.rounds().forEach((round, bits) -> reports.put(round, BitSet.valueOf(HexFormat.of().parseHex(bits))));
        var rules = new TreeMap<Long, RuleLog>();
        kept.rules()
                .forEach((id, rule) -> rules.put(id,
                        new RuleLog(rule.question(), rule.open(), rule.outside(), rule.marks())));
        return new TestLog(kept.settled(), kept.sources(), kept.names(), reports, rules);
    }

    String write(TestLog log) {
        try {
            return json.writeValueAsString(kept(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sources which have left the test are left out. */
    private static Kept kept(TestLog log) {
        var all = new BitSet();
        log.reports().values().forEach(all::or);
        var places = all.stream().toArray();
        var sources = new ArrayList<String>();
        all.stream().forEach(place -> sources.add(log.sources().get(place)));
        var names = new TreeMap<>(log.names());
        names.keySet().retainAll(Set.copyOf(sources));
        var rounds = new TreeMap<Long, String>();
        log.reports().forEach((round, who) -> rounds.put(round, HexFormat.of().formatHex(moved(who, places).toByteArray())));
        var rules = new TreeMap<Long, KeptRule>();
        log.rules()
                .forEach((id, rule) -> rules.put(id, new KeptRule(rule.question(), rule.open(), rule.outside(), rule.marks())));
        return new Kept(log.settled(), sources, names, rounds, rules);
    }

    private static BitSet moved(BitSet who, int[] places) {
        var moved = new BitSet();
        for (int place = 0; place < places.length; place++) {
            moved.set(place, who.get(places[place]));
        }
        return moved;
    }
}

package io.tocsin.events.result;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;

import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.TestResult;

/**
 * What results tell of their tests and sources, each once, as the latest round says it.
 *
 * @param tests by their names, a result which tells of it
 * @param sources likewise
 */
record SeenNews(SortedMap<SeenName, TestResult> tests, SortedMap<SeenName, TestResult> sources) {

    /** @param known whether this is known of whoever has the name; mostly everything is, so that only what is left is put in order */
    static SeenNews of(List<ResultRow> rows, BiPredicate<SeenName, Object> known) {
        var tests = new HashMap<SeenName, TestResult>();
        var sources = new HashMap<SeenName, TestResult>();
        for (var row : rows) {
            if (row.result().layer() != ResultLayer.AGENT) {
                tests.merge(SeenName.ofTest(row.result()), row.result(), SeenNews::later);
            }
            sources.merge(SeenName.ofSource(row.result()), row.result(), SeenNews::later);
        }
        return new SeenNews(unknown(tests, TestResult::test, known), unknown(sources, TestResult::source, known));
    }

    private static TestResult later(TestResult one, TestResult other) {
        return other.roundId() > one.roundId() ? other : one;
    }

    private static SortedMap<SeenName, TestResult> unknown(Map<SeenName, TestResult> seen, Function<TestResult, Object> said,
            BiPredicate<SeenName, Object> known) {
        seen.entrySet().removeIf(one -> known.test(one.getKey(), said.apply(one.getValue())));
        return new TreeMap<>(seen);
    }
}

package io.tocsin.events.result;

import java.util.List;
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

    /** @param known whether this is known of whoever has the name */
    static SeenNews of(List<ResultRow> rows, BiPredicate<SeenName, Object> known) {
        var tests = new TreeMap<SeenName, TestResult>();
        var sources = new TreeMap<SeenName, TestResult>();
        for (var row : rows) {
            if (row.result().layer() != ResultLayer.AGENT) {
                tests.merge(SeenName.ofTest(row.result()), row.result(), SeenNews::later);
            }
            sources.merge(SeenName.ofSource(row.result()), row.result(), SeenNews::later);
        }
        drop(tests, TestResult::test, known);
        drop(sources, TestResult::source, known);
        return new SeenNews(tests, sources);
    }

    private static TestResult later(TestResult one, TestResult other) {
        return other.roundId() > one.roundId() ? other : one;
    }

    private static void drop(SortedMap<SeenName, TestResult> seen, Function<TestResult, Object> said,
            BiPredicate<SeenName, Object> known) {
        seen.entrySet().removeIf(one -> known.test(one.getKey(), said.apply(one.getValue())));
    }
}

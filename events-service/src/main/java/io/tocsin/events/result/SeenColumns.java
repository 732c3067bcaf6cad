package io.tocsin.events.result;

import static io.tocsin.events.result.ResultColumns.texts;
import static io.tocsin.events.result.ResultColumns.times;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.TestResult;
import io.vertx.sqlclient.Tuple;

/** What results tell of their tests and sources, each once and as the latest round says it, in the order of their names. */
final class SeenColumns {

    private static final BinaryOperator<TestResult> LATEST = BinaryOperator.maxBy(Comparator.comparingLong(
            TestResult::roundId));

    private SeenColumns() {}

    private record Name(String organization, String accountGroup, String kind, String id) implements Comparable<Name> {

        private static final Comparator<Name> ORDER = Comparator.comparing(Name::organization)
                .thenComparing(Name::accountGroup)
                .thenComparing(Name::kind)
                .thenComparing(Name::id);

        static Name ofTest(TestResult result) {
            return new Name(result.scope().organization(), result.scope().accountGroup(), "", result.test().id());
        }

        static Name ofSource(TestResult result) {
            return new Name(result.scope().organization(), result.scope().accountGroup(), result.source().kind().name(),
                    result.source().id());
        }

        @Override
        public int compareTo(Name other) {
            return ORDER.compare(this, other);
        }
    }

    static void add(List<ResultRow> rows, Tuple columns) {
        var results = rows.stream().map(ResultRow::result).toList();
        addTests(latest(results.stream().filter(result -> result.layer() != ResultLayer.AGENT), Name::ofTest), columns);
        addSources(latest(results.stream(), Name::ofSource), columns);
    }

    private static List<TestResult> latest(Stream<TestResult> results, Function<TestResult, Name> name) {
        var latest = results.collect(Collectors.toMap(name, Function.identity(), LATEST, TreeMap::new));
        return List.copyOf(latest.values());
    }

    private static void addTests(List<TestResult> results, Tuple columns) {
        columns.addValue(texts(results, result -> result.scope().organization()))
                .addValue(texts(results, result -> result.scope().accountGroup()))
                .addValue(texts(results, result -> result.test().id()))
                .addValue(texts(results, result -> result.test().type().name()))
                .addValue(texts(results, result -> result.test().name()))
                .addValue(results.stream().map(result -> result.test().interval()).toArray(Integer[]::new))
                .addValue(texts(results, result -> result.test().serverId()))
                .addValue(texts(results, result -> result.test().server()))
                .addValue(times(results, TestResult::receivedAt));
    }

    private static void addSources(List<TestResult> results, Tuple columns) {
        columns.addValue(texts(results, result -> result.scope().organization()))
                .addValue(texts(results, result -> result.scope().accountGroup()))
                .addValue(texts(results, result -> result.source().kind().name()))
                .addValue(texts(results, result -> result.source().id()))
                .addValue(texts(results, result -> result.source().name()))
                .addValue(texts(results, result -> result.source().type()))
                .addValue(texts(results, result -> result.source().location()))
                .addValue(texts(results, result -> result.source().countryId()))
                .addValue(texts(results, result -> result.source().network()))
                .addValue(times(results, TestResult::receivedAt));
    }
}

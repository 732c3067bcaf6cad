package io.tocsin.events.result;

import static io.tocsin.events.result.ResultColumns.texts;
import static io.tocsin.events.result.ResultColumns.times;

import java.util.List;

import io.tocsin.model.result.TestResult;
import io.vertx.sqlclient.Tuple;

/** Tests and sources as column arrays, in the order of their names. */
final class SeenColumns {

    private SeenColumns() {}

    static void add(SeenNews news, Tuple columns) {
        addTests(List.copyOf(news.tests().values()), columns);
        addSources(List.copyOf(news.sources().values()), columns);
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

package io.tocsin.alerts.result;

import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.round.TestLog;
import io.tocsin.model.result.TestRef;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** All that is remembered of tests from one batch to the next. */
@ApplicationScoped
class TestMemory {

    private final TestLogStore logs;
    private final BaselineStore baselines;
    private final Clock clock;

    TestMemory(TestLogStore logs, BaselineStore baselines, Clock clock) {
        this.logs = logs;
        this.baselines = baselines;
        this.clock = clock;
    }

    record Remembered(Map<TestKey, TestLog> logs, BaselineBook baselines) {}

    /** It stays in the caller's hands until its transaction ends. */
    Uni<Remembered> recall(SqlConnection transaction, SortedMap<TestKey, TestBatch> tests) {
        var keys = new HashSet<BaselineKey>();
        tests.values().forEach(test -> keys.addAll(test.baselines()));
        return logs.lock(transaction, new TreeSet<>(tests.keySet()))
                .chain(known -> baselines.read(transaction, keys).map(book -> new Remembered(known, book)));
    }

    Uni<Void> write(SqlConnection transaction, Remembered remembered, Map<TestKey, TestRef> tests) {
        var now = clock.instant();
        return logs.write(transaction, remembered.logs(), tests, now)
                .chain(() -> baselines.write(transaction, remembered.baselines().changed(), now));
    }
}

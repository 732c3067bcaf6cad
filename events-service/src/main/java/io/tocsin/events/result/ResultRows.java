package io.tocsin.events.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.database.StoredJson;
import io.tocsin.http.problem.Invalid;
import io.tocsin.model.Scope;
import io.tocsin.model.message.ResultRecorded;
import io.tocsin.model.result.Direction;
import io.tocsin.model.result.Measurements;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.ResultSource;
import io.tocsin.model.result.ResultTarget;
import io.tocsin.model.result.TestRef;
import io.tocsin.model.result.TestResult;
import io.tocsin.model.result.TestType;
import io.tocsin.outbox.Outbox;
import io.tocsin.outbox.OutgoingMessage;

/** Turns results into rows and messages. It runs in the caller's request, whose trace the messages continue. */
@Singleton
@RegisterForReflection(targets = { ResultRecorded.class, TestResult.class, TestRef.class, TestType.class, ResultLayer.class,
        ResultSource.class, ResultSource.Kind.class, ResultTarget.class, Direction.class, Measurements.class, Scope.class })
class ResultRows {

    static final String DESTINATION = "alerts-service";

    /** A message shall stay well below what its destination takes at once. */
    private static final int MESSAGE_SIZE = 200_000;
    private static final int MESSAGE_RESULTS = 200;

    private final Outbox outbox;
    private final StoredJson json;
    private final ResultsConfig config;

    ResultRows(Outbox outbox, StoredJson json, ResultsConfig config) {
        this.outbox = outbox;
        this.json = json;
        this.config = config;
    }

    /** Of two results with one name the later counts. Fails with {@link Invalid} for one that is too large. */
    ResultBatch of(List<TestResult> results) {
        var latest = new LinkedHashMap<List<Object>, TestResult>();
        results.forEach(result -> latest.put(ResultRow.keyOf(result), result));
        var rows = new ArrayList<ResultRow>();
        var messages = new ArrayList<OutgoingMessage>();
        bySubject(latest).forEach((subject, ofSubject) -> add(subject, ofSubject, rows, messages));
        return new ResultBatch(rows, messages, results.size() - rows.size());
    }

    private static Map<String, List<TestResult>> bySubject(Map<List<Object>, TestResult> results) {
        var subjects = new LinkedHashMap<String, List<TestResult>>();
        results.values()
                .forEach(result -> subjects.computeIfAbsent(new ResultRecorded(List.of(result)).subject(),
                        subject -> new ArrayList<>()).add(result));
        return subjects;
    }

    private void add(String subject, List<TestResult> results, List<ResultRow> rows, List<OutgoingMessage> messages) {
        var size = MESSAGE_SIZE;
        var count = MESSAGE_RESULTS;
        for (var result : results) {
            var document = document(result);
            if (size + document.length() > MESSAGE_SIZE || count == MESSAGE_RESULTS) {
                messages.add(outbox.message(DESTINATION, ResultRecorded.TYPE, subject, List.of()));
                size = 0;
                count = 0;
            }
            size += document.length();
            count++;
            rows.add(new ResultRow(result, document, messages.get(messages.size() - 1).id()));
        }
    }

    private String document(TestResult result) {
        var document = json.write(result);
        if (document.length() > config.maxSize()) {
            throw new Invalid("results", "the result of test %s, source %s, round %d is larger than %d bytes"
                    .formatted(result.test().id(), result.source().id(), result.roundId(), config.maxSize()));
        }
        return document;
    }
}

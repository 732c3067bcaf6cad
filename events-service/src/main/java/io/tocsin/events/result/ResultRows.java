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
        var latest = new LinkedHashMap<ResultName, TestResult>();
        results.forEach(result -> latest.put(ResultName.of(result), result));
        var rows = new ArrayList<ResultRow>();
        var messages = new ArrayList<OutgoingMessage>();
        bySubject(latest).forEach((subject, ofSubject) -> add(subject, ofSubject, rows, messages));
        return new ResultBatch(rows, messages, results.size() - rows.size());
    }

    private static Map<String, Map<ResultName, TestResult>> bySubject(Map<ResultName, TestResult> results) {
        var subjects = new LinkedHashMap<String, Map<ResultName, TestResult>>();
        results.forEach((name, result) -> subjects
                .computeIfAbsent(ResultRecorded.subjectOf(result), subject -> new LinkedHashMap<>())
                .put(name, result));
        return subjects;
    }

    private void add(String subject, Map<ResultName, TestResult> results, List<ResultRow> rows,
            List<OutgoingMessage> messages) {
        var size = MESSAGE_SIZE;
        var count = MESSAGE_RESULTS;
        for (var result : results.entrySet()) {
            var written = json(result.getValue());
            if (size + written.document().length() > MESSAGE_SIZE || count == MESSAGE_RESULTS) {
                messages.add(outbox.message(DESTINATION, ResultRecorded.TYPE, subject, List.of()));
                size = 0;
                count = 0;
            }
            size += written.document().length();
            count++;
            rows.add(new ResultRow(result.getValue(), result.getKey(), written, messages.get(messages.size() - 1).id()));
        }
    }

    private ResultJson json(TestResult result) {
        var written = ResultJson.of(result, json);
        if (written.document().length() > config.maxSize()) {
            throw new Invalid("results", "the result of test %s, source %s, round %d is larger than %d bytes"
                    .formatted(result.test().id(), result.source().id(), result.roundId(), config.maxSize()));
        }
        return written;
    }
}

package io.tocsin.events.result;

import java.util.ArrayList;
import java.util.HashMap;
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
        for (var draft : drafts(latest)) {
            var message = outbox.message(DESTINATION, ResultRecorded.TYPE, draft.subject(), draft.payload());
            messages.add(message);
            rows.addAll(draft.rows(message.id()));
        }
        rows.sort(ResultRow.ORDER);
        return new ResultBatch(rows, messages, results.size() - rows.size());
    }

    /** One for each message: those of one subject, unless they are too many or too large for one. */
    private List<MessageDraft> drafts(Map<ResultName, TestResult> results) {
        var all = new ArrayList<MessageDraft>();
        var open = new HashMap<String, MessageDraft>();
        var writer = new ResultJsonWriter(json);
        results.forEach((name, result) -> {
            var written = written(result, writer);
            var draft = open.computeIfAbsent(ResultRecorded.subjectOf(result), subject -> begun(subject, all));
            if (!draft.hasRoomFor(written)) {
                draft = begun(draft.subject(), all);
                open.put(draft.subject(), draft);
            }
            draft.add(name, result, written);
        });
        return all;
    }

    private static MessageDraft begun(String subject, List<MessageDraft> all) {
        var draft = new MessageDraft(subject);
        all.add(draft);
        return draft;
    }

    private ResultJson written(TestResult result, ResultJsonWriter writer) {
        var written = writer.write(result);
        if (written.document().length() > config.maxSize()) {
            throw new Invalid("results", "the result of test %s, source %s, round %d is larger than %d bytes"
                    .formatted(result.test().id(), result.source().id(), result.roundId(), config.maxSize()));
        }
        return written;
    }
}

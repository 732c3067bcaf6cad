package io.tocsin.events.result;

import java.util.HashMap;
import java.util.Map;

import io.tocsin.database.StoredJson;
import io.tocsin.events.result.ResultJson.Document;
import io.tocsin.model.result.ResultTarget;
import io.tocsin.model.result.TestResult;

/** Writes the results of one call, which name few tests and sources again and again: each of those once. Not for several threads. */
final class ResultJsonWriter {

    /** Most results are about their whole test, whose target has no part. */
    private static final String NO_PART = "{}";

    private final StoredJson json;
    private final Map<Object, String> written = new HashMap<>();

    ResultJsonWriter(StoredJson json) {
        this.json = json;
    }

    ResultJson write(TestResult result) {
        var target = result.target().equals(ResultTarget.WHOLE_TEST) ? NO_PART : once(result.target());
        var measurements = json.write(result.measurements());
        var document = json.write(new Document(once(result.scope()), once(result.test()), result.layer(), once(result.source()),
                target, result.roundId(), result.date(), result.receivedAt(), measurements));
        return new ResultJson(document, target, measurements);
    }

    private String once(Object part) {
        return written.computeIfAbsent(part, json::write);
    }
}

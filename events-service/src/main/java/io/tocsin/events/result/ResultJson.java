package io.tocsin.events.result;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonRawValue;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.database.StoredJson;
import io.tocsin.model.Scope;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.ResultSource;
import io.tocsin.model.result.ResultTarget;
import io.tocsin.model.result.TestRef;
import io.tocsin.model.result.TestResult;

/**
 * A result as JSON, whole and the two parts of it which have columns of their own: each part is written once.
 *
 * @param document the whole, which a message tells
 */
record ResultJson(String document, String target, String measurements) {

    /** As {@link TestResult}, member by member, with the parts which are JSON already. */
    @RegisterForReflection
    record Document(
            Scope scope,
            TestRef test,
            ResultLayer layer,
            ResultSource source,
            @JsonRawValue String target,
            long roundId,
            Instant date,
            Instant receivedAt,
            @JsonRawValue String measurements) {}

    /** Most results are about their whole test, whose target has no part. */
    private static final String NO_PART = "{}";

    static ResultJson of(TestResult result, StoredJson json) {
        var target = result.target().equals(ResultTarget.WHOLE_TEST) ? NO_PART : json.write(result.target());
        var measurements = json.write(result.measurements());
        var document = json.write(new Document(result.scope(), result.test(), result.layer(), result.source(), target,
                result.roundId(), result.date(), result.receivedAt(), measurements));
        return new ResultJson(document, target, measurements);
    }
}

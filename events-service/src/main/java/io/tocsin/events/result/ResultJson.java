package io.tocsin.events.result;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonRawValue;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.model.result.ResultLayer;
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
            @JsonRawValue String scope,
            @JsonRawValue String test,
            ResultLayer layer,
            @JsonRawValue String source,
            @JsonRawValue String target,
            long roundId,
            Instant date,
            Instant receivedAt,
            @JsonRawValue String measurements) {}
}

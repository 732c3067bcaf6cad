package io.tocsin.events.api.thousandeyes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.tocsin.dialects.thousandeyes.result.Complaint;
import io.tocsin.dialects.thousandeyes.result.Reception;
import io.tocsin.dialects.thousandeyes.result.TestResultsReader;
import io.tocsin.dialects.thousandeyes.result.TestResultsRejected;
import io.tocsin.events.result.Rounds;
import io.tocsin.http.problem.Invalid;
import io.tocsin.http.time.Timestamps;
import io.tocsin.model.Scope;
import io.tocsin.model.result.TestResult;

/** Results posted to an account group at some instant. */
record ResultReception(Scope scope, Instant now) implements Reception {

    /** Fails with {@link Invalid}, which names everything that is wrong. */
    List<TestResult> read(JsonNode body) {
        try {
            return new TestResultsReader(this).read(body);
        } catch (TestResultsRejected e) {
            throw Invalid.of(e.complaints(), Complaint::field, Complaint::message);
        }
    }

    @Override
    public Instant time(String text) {
        return Timestamps.read(text);
    }

    @Override
    public Optional<String> refusal(long roundId) {
        return Rounds.refusal(roundId, now);
    }
}

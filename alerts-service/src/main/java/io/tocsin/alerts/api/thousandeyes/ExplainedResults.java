package io.tocsin.alerts.api.thousandeyes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.tocsin.dialects.thousandeyes.result.Complaint;
import io.tocsin.dialects.thousandeyes.result.Reception;
import io.tocsin.dialects.thousandeyes.result.TestResultsReader;
import io.tocsin.dialects.thousandeyes.result.TestResultsRejected;
import io.tocsin.http.problem.Invalid;
import io.tocsin.http.time.Timestamps;
import io.tocsin.model.Scope;
import io.tocsin.model.result.TestResult;

/** Results which somebody wants explained. Rounds may be as old as one likes: it is explained what comes of that. */
record ExplainedResults(Scope scope, Instant now) implements Reception {

    /** 9999-12-31. */
    private static final long LAST_ROUND = 253_402_214_400L;
    private static final int MOST = 200;

    /** Fails with {@link Invalid}, which names everything that is wrong. */
    List<TestResult> read(JsonNode body) {
        var results = readAny(body);
        if (results.isEmpty() || results.size() > MOST) {
            throw new Invalid("results", "must be 1 to " + MOST + " results");
        }
        return results;
    }

    private List<TestResult> readAny(JsonNode body) {
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
        return roundId >= 0 && roundId <= LAST_ROUND ? Optional.empty() : Optional.of("must be epoch seconds");
    }
}

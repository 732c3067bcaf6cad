package io.tocsin.events.api.thousandeyes;

import java.time.Clock;
import java.util.List;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.tocsin.events.result.ResultWorkers;
import io.tocsin.http.problem.Invalid;
import io.tocsin.model.Scope;
import io.tocsin.model.result.TestResult;

/** Has bodies read where nobody else waits meanwhile. */
@Singleton
class TestResultsBodies {

    private final ResultWorkers workers;
    private final ObjectMapper json;
    private final Clock clock;

    TestResultsBodies(ResultWorkers workers, ObjectMapper json, Clock clock) {
        this.workers = workers;
        this.json = json;
        this.clock = clock;
    }

    /** Fails with {@link Invalid}, or as Jackson does for what is no JSON. */
    Uni<List<TestResult>> read(Scope scope, byte[] body) {
        var bytes = body == null ? new byte[0] : body;
        var reader = new ResultReception(scope, clock.instant());
        return workers.run(bytes.length, () -> reader.read(json.readTree(bytes)));
    }
}

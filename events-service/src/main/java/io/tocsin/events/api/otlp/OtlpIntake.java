package io.tocsin.events.api.otlp;

import java.io.IOException;
import java.time.Clock;
import java.util.Set;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.tocsin.events.result.ResultWorkers;
import io.tocsin.events.result.SeenBook;
import io.tocsin.events.result.TestName;
import io.tocsin.http.problem.CallFailed;

/** From a request to test results: read by a worker, told by the database how long rounds are, translated by a worker. */
@Singleton
class OtlpIntake {

    private static final int NO_MORE_BYTES = 0;

    private final ResultWorkers workers;
    private final SeenBook seen;
    private final OtlpConfig config;
    private final ObjectMapper json;
    private final Clock clock;

    OtlpIntake(ResultWorkers workers, SeenBook seen, OtlpConfig config, ObjectMapper json, Clock clock) {
        this.workers = workers;
        this.seen = seen;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    private record Parsed(OtlpMetrics metrics, Set<TestName> tests) {}

    /** Fails with {@link CallFailed}. */
    Uni<Translation> translate(OtlpRequest request, Destination destination) {
        return workers.run(request.body().length, () -> read(request, destination))
                .chain(parsed -> translate(parsed, destination));
    }

    private Parsed read(OtlpRequest request, Destination destination) throws IOException {
        var metrics = request.read(config.maxInflated(), json);
        return new Parsed(metrics, Intervals.unsaid(metrics, destination));
    }

    private Uni<Translation> translate(Parsed parsed, Destination destination) {
        return seen.intervals(parsed.tests())
                .map(known -> new Intervals(known, config.round()))
                .map(intervals -> new PointTranslator(destination, intervals, clock.instant()))
                .chain(translator -> workers.run(NO_MORE_BYTES, () -> translator.translate(parsed.metrics())));
    }
}

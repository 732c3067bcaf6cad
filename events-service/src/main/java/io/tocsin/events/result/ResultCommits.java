package io.tocsin.events.result;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.tocsin.events.commit.CommitLoop;
import io.tocsin.events.commit.CommitRules;
import io.tocsin.http.problem.CallFailed;
import io.vertx.core.Vertx;

/** Results of many callers share commits, and so never take all connections, which events need as well. */
@Startup
@Singleton
class ResultCommits {

    private final CommitLoop<ResultSubmission> loop;

    ResultCommits(Vertx vertx, ResultWriter writer, ResultsConfig config, MeterRegistry registry) {
        loop = new CommitLoop<>(vertx, rules(config), writer::write);
        registry.gauge("tocsin.events.results.queue.depth", loop, CommitLoop::waiting);
    }

    private static CommitRules rules(ResultsConfig config) {
        return new CommitRules(config.batchSize(), config.batchesInFlight(), config.capacity(), config.patience());
    }

    /** How many results wait for their statement. */
    int waiting() {
        return loop.waiting();
    }

    /** All of them in one commit, or none. Fails with {@link CallFailed} when there is no room, else as the database does. */
    Uni<ResultReceipt> submit(ResultBatch batch) {
        var submission = new ResultSubmission(batch);
        if (!loop.offer(submission)) {
            throw Overload.failure();
        }
        return Uni.createFrom().completionStage(submission.outcome());
    }
}

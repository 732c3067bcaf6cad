package io.tocsin.events.result;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.tocsin.events.postgres.PostgresFailure;
import io.tocsin.http.problem.CallFailed;
import io.tocsin.http.problem.Failure;
import io.tocsin.http.problem.Invalid;
import io.tocsin.model.result.TestResult;

/** Records test results, and announces those which say something new to alerts-service in the same commit. */
@ApplicationScoped
public class ResultLog {

    private static final Duration LATER = Duration.ofSeconds(5);
    private static final int NO_MORE_BYTES = 0;

    private final ResultRows rows;
    private final ResultWorkers workers;
    private final ResultCommits commits;
    private final ResultsConfig config;

    ResultLog(ResultRows rows, ResultWorkers workers, ResultCommits commits, ResultsConfig config) {
        this.rows = rows;
        this.workers = workers;
        this.commits = commits;
        this.config = config;
    }

    /**
     * Completes after the commit: all of them or none. A result which is known already adds to it and corrects it, and is announced
     * again only if it does. Fails with {@link Invalid} for what cannot be stored, and with {@link CallFailed} for what can later;
     * then it may have been stored all the same, and may be sent again without harm.
     */
    public Uni<ResultReceipt> record(List<TestResult> results) {
        return results.isEmpty()
                ? Uni.createFrom().item(new ResultReceipt(0, 0, 0))
                : Uni.createFrom().deferred(() -> store(results));
    }

    private Uni<ResultReceipt> store(List<TestResult> results) {
        if (results.size() > config.maxPerCall()) {
            throw new Invalid("results", "there are %d; one call takes at most %d".formatted(results.size(), config
                    .maxPerCall()));
        }
        return workers.run(NO_MORE_BYTES, () -> rows.of(results))
                .chain(commits::submit)
                .onFailure()
                .transform(ResultLog::meaningOf);
    }

    private static Throwable meaningOf(Throwable failure) {
        return switch (PostgresFailure.of(failure)) {
            case UNSTORABLE -> unstorable(failure);
            case OUTAGE, DUPLICATE, NO_PARTITION -> unavailable(failure);
            case UNKNOWN -> failure;
        };
    }

    private static Throwable unstorable(Throwable failure) {
        Log.warnf("results: refused what cannot be stored: cause=%s", failure.getMessage());
        return new Invalid("results", "cannot be stored");
    }

    private static Throwable unavailable(Throwable failure) {
        Log.warnf("results: the database does not take them at the moment: cause=%s", failure);
        return new CallFailed(Failure.unavailable("The database does not answer; send these results again later.", LATER));
    }
}

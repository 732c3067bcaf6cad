package io.tocsin.events.result;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.result.TestResult;

/** The results which are kept, to be read again. */
@ApplicationScoped
public class ResultBook {

    private final ResultHistoryStore store;

    ResultBook(ResultHistoryStore store) {
        this.store = store;
    }

    /** Epoch seconds of the latest round which the query finds. */
    public Uni<Optional<Long>> latestRound(ResultQuery query) {
        return store.latestRound(query);
    }

    /**
     * The latest rounds first.
     *
     * @param after where the list goes on; empty for its beginning
     */
    public Uni<List<TestResult>> list(ResultQuery query, Optional<ResultPlace> after, int limit) {
        return store.list(query, after.orElse(ResultPlace.BEGINNING), limit);
    }
}

package io.tocsin.events.result;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.result.TestResult;

/** The results which are kept, to be read again. */
@ApplicationScoped
public class ResultBook {

    private final ResultHistoryStore store;
    private final ResultMinuteStore minutes;

    ResultBook(ResultHistoryStore store, ResultMinuteStore minutes) {
        this.store = store;
        this.minutes = minutes;
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

    /**
     * All results of an organization of rounds which began in these minutes since 1970. Of the parts of a result only those are there
     * which event detection looks at: the last hop of a path.
     *
     * @param last it too is read
     * @param kept what is kept of each as soon as it is read: whole results of a minute may not fit into memory. Not called on an event loop
     */
    public <T> Uni<List<T>> ofMinutes(String organization, int first, int last, Function<TestResult, T> kept) {
        return minutes.ofMinutes(organization, first, last, kept);
    }
}

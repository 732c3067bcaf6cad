package io.tocsin.events.search;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.events.postgres.DatabaseUnavailable;
import io.tocsin.events.postgres.PostgresFailure;
import io.tocsin.model.Event;
import io.tocsin.model.Scope;

/** Finds recorded events, whatever dialect they arrived in. Fails with {@link DatabaseUnavailable} when nobody can look. */
@ApplicationScoped
public class EventSearch {

    private final EventQueries queries;
    private final SearchConfig config;

    EventSearch(EventQueries queries, SearchConfig config) {
        this.queries = queries;
        this.config = config;
    }

    public Uni<Optional<Event>> find(Scope scope, long id) {
        return inTime(queries.byId(scope, id));
    }

    /** @param offset how many of the newest to pass over */
    public Uni<List<Event>> newest(Scope scope, EventFilter filter, int limit, long offset) {
        return inTime(queries.newest(scope, filter, limit, offset));
    }

    private <T> Uni<T> inTime(Uni<T> answer) {
        return answer.ifNoItem()
                .after(config.patience())
                .fail()
                .onFailure(failure -> PostgresFailure.of(failure) == PostgresFailure.OUTAGE)
                .transform(DatabaseUnavailable::new);
    }
}

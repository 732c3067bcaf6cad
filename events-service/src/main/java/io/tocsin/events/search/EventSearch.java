package io.tocsin.events.search;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.events.postgres.DatabaseUnavailable;
import io.tocsin.events.postgres.PostgresFailure;
import io.tocsin.events.receipt.EventUids;
import io.tocsin.model.Event;
import io.tocsin.model.Scope;

/**
 * Finds recorded events, whatever dialect they arrived in. Fails with {@link DatabaseUnavailable} when nobody can look, and with
 * {@link SearchTooBroad} when looking takes too long.
 */
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

    /** As {@link #find(Scope, long)}, for callers who may have rounded the id to a double. */
    public Uni<Optional<Event>> findPerhapsRounded(Scope scope, long id) {
        return find(scope, id).chain(event -> event.isPresent() ? Uni.createFrom().item(event) : rounded(scope, id));
    }

    private Uni<Optional<Event>> rounded(Scope scope, long id) {
        var rounded = new RoundedId(id);
        return rounded.looksRounded()
                ? inTime(queries.byRoundedId(scope, rounded))
                : Uni.createFrom().item(Optional.empty());
    }

    public Uni<Optional<Event>> find(Scope scope, UUID uid) {
        var id = EventUids.idOf(uid);
        return id.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : inTime(queries.byUid(scope, id.getAsLong(), uid));
    }

    /** @param after where the page begins; null for the first */
    public Uni<List<Event>> page(Scope scope, EventSelection selection, EventOrder order, Place after, int limit) {
        return inTime(queries.page(new PageRequest(scope, selection, order, after, limit)));
    }

    /** @param selection without lasting ones
     * @param offset how many of the newest to pass over; costs as much as reading them */
    public Uni<List<Event>> newest(Scope scope, EventSelection selection, int limit, long offset) {
        return inTime(queries.newest(scope, selection, limit, offset));
    }

    /** @param most where counting stops, since it costs as much as reading them all */
    public Uni<Long> count(Scope scope, EventSelection selection, long most) {
        return inTime(queries.count(scope, selection, most));
    }

    private <T> Uni<T> inTime(Uni<T> answer) {
        return answer.ifNoItem()
                .after(config.patience())
                .fail()
                .onFailure(PostgresFailure::isCanceled)
                .transform(failure -> new SearchTooBroad(config.statementTimeout()))
                .onFailure(failure -> PostgresFailure.of(failure) == PostgresFailure.OUTAGE)
                .transform(DatabaseUnavailable::new);
    }
}

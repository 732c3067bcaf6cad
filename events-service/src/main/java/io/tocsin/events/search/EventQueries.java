package io.tocsin.events.search;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.tocsin.model.Event;
import io.tocsin.model.Scope;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

@Singleton
class EventQueries {

    private static final String BY_ID = EventStatement.where("organization = $1 and account_group = $2 and id = $3");

    private static final String BETWEEN = EventStatement
            .where("organization = $1 and account_group = $2 and id between $3 and $4 order by id limit 8");

    private static final String BY_UID = EventStatement
            .where("organization = $1 and account_group = $2 and id = $3 and uid = $4");

    private static final String COUNT = "select count(*) from (select from event where %s limit %s) as found";

    private final Pool pool;
    private final Clock clock;

    EventQueries(@ReactiveDataSource("search") Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    Uni<Optional<Event>> byId(Scope scope, long id) {
        return pool.preparedQuery(BY_ID)
                .execute(Tuple.of(scope.organization(), scope.accountGroup(), id))
                .map(rows -> events(rows).stream().findFirst());
    }

    /** Empty also when several are meant. */
    Uni<Optional<Event>> byRoundedId(Scope scope, RoundedId id) {
        return pool.preparedQuery(BETWEEN)
                .execute(Tuple.of(scope.organization(), scope.accountGroup(), id.first(), id.last()))
                .map(rows -> events(rows).stream().filter(event -> id.mayMean(event.id())).toList())
                .map(meant -> meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty());
    }

    /** @param id the one which stands inside the uid */
    Uni<Optional<Event>> byUid(Scope scope, long id, UUID uid) {
        return pool.preparedQuery(BY_UID)
                .execute(Tuple.of(scope.organization(), scope.accountGroup(), id, uid))
                .map(rows -> events(rows).stream().findFirst());
    }

    /** As many statements as it takes to fill the page, one after the other. */
    Uni<List<Event>> page(PageRequest request) {
        return page(Walk.begin(request, clock));
    }

    private Uni<List<Event>> page(Walk walk) {
        return walk.isOver()
                ? Uni.createFrom().item(List.of())
                : step(walk).chain(found -> page(walk.behind(found)).map(more -> joined(found.events(), more)));
    }

    private Uni<Findings> step(Walk walk) {
        var request = walk.request();
        var stretch = walk.next();
        var where = request.where(stretch, clock);
        return pool.preparedQuery(EventStatement.of(where, request.order(), request.limit(), 0))
                .execute(where.parameters())
                .map(rows -> Findings.read(rows, stretch));
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    Uni<List<Event>> newest(Scope scope, EventSelection selection, int limit, long offset) {
        if (selection.lasting()) {
            throw new IllegalArgumentException("pages by number are for events which began inside the window; use places");
        }
        return offset == 0
                ? page(new PageRequest(scope, selection, EventOrder.NEWEST_FIRST, null, limit))
                : events(SelectionSql.of(scope, selection, Stretches.whole(selection), clock), EventOrder.NEWEST_FIRST, limit,
                        offset);
    }

    Uni<Long> count(Scope scope, EventSelection selection, long most) {
        var began = count(SelectionSql.of(scope, selection, Stretches.whole(selection), clock), most);
        return selection.lasting()
                ? began.chain(inside -> count(SelectionSql.of(scope, selection, Stretches.before(selection), clock), most
                        - inside)
                        .map(before -> inside + before))
                : began;
    }

    private Uni<Long> count(SelectionSql where, long most) {
        return pool.preparedQuery(COUNT.formatted(where.where(), where.place(most)))
                .execute(where.parameters())
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private Uni<List<Event>> events(SelectionSql where, EventOrder order, int limit, long offset) {
        return pool.preparedQuery(EventStatement.of(where, order, limit, offset))
                .execute(where.parameters())
                .map(EventQueries::events);
    }

    private static List<Event> events(RowSet<Row> rows) {
        return rows.stream().map(EventRowReader::read).toList();
    }
}

package io.tocsin.events.search;

import java.time.Clock;
import java.time.Instant;
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

    private static final String SELECT = """
            select id, uid, organization, account_group, title, text, happened_at, ended_at, status, type, severity, priority,
                   source, host, entity, tags, aggregation_key, correlation_id, related_event_id, attributes, received_at
              from %s
             where %s
            """;

    private static final String BY_ID = SELECT.formatted("event", "organization = $1 and account_group = $2 and id = $3");

    private static final String BETWEEN = SELECT
            .formatted("event", "organization = $1 and account_group = $2 and id between $3 and $4 order by id limit 8");

    private static final String BY_UID = SELECT.formatted("event",
            "organization = $1 and account_group = $2 and id = $3 and uid = $4");

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
        return page(request, request.stretches(clock));
    }

    private Uni<List<Event>> page(PageRequest request, List<Stretch> ahead) {
        if (request.limit() <= 0 || ahead.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return events(request.where(ahead.get(0), clock), request.order(), request.limit(), 0)
                .chain(found -> rest(request, ahead, found));
    }

    private Uni<List<Event>> rest(PageRequest request, List<Stretch> ahead, List<Event> found) {
        return behind(request, ahead.get(0), found.size())
                .chain(next -> page(request.behind(found), joined(next, ahead.subList(1, ahead.size()))))
                .map(more -> joined(found, more));
    }

    /** What is left to read of a stretch of which so many were found, when the page is not full. */
    private Uni<List<Stretch>> behind(PageRequest request, Stretch read, int found) {
        var sample = new Sample(read, found);
        if (!read.isSample() || found == request.limit()) {
            return Uni.createFrom().item(List.of());
        }
        return sample.showsCommon()
                ? Uni.createFrom().item(List.of(sample.alongTheFeed()))
                : sampleEnd(request, read).map(end -> pieces(sample, end, request));
    }

    private static List<Stretch> pieces(Sample sample, Optional<Instant> end, PageRequest request) {
        return end.map(at -> sample.pieces(at, request.limit(), request.order())).orElse(List.of());
    }

    /** Empty when the sample was all there is. */
    private Uni<Optional<Instant>> sampleEnd(PageRequest request, Stretch sample) {
        var where = request.unfiltered(sample);
        return pool.preparedQuery(where.sampleEnd(request.order()))
                .execute(where.parameters())
                .map(rows -> rows.stream().map(row -> row.getOffsetDateTime(0).toInstant()).findFirst());
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
        return pool.preparedQuery(select(where, order, limit, offset))
                .execute(where.parameters())
                .map(EventQueries::events);
    }

    static String select(SelectionSql where, EventOrder order, int limit, long offset) {
        return SELECT.formatted(where.from(order), where.where())
                + order.sql() + " limit " + where.place(limit) + " offset " + where.place(offset);
    }

    private static List<Event> events(RowSet<Row> rows) {
        return rows.stream().map(EventRowReader::read).toList();
    }
}

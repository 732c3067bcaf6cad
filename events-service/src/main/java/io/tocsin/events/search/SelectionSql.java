package io.tocsin.events.search;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import io.tocsin.events.receipt.Tolerance;
import io.tocsin.model.EventStatus;
import io.tocsin.model.Scope;
import io.tocsin.query.term.EventTerms;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * The FROM and WHERE of a search, and its parameters. The scope comes first: there is no way to build one without. Bounds are what
 * the feed's index knows (scope, time, place), filters all the rest.
 */
final class SelectionSql {

    /**
     * Events which began before the window come after all others when the newest come first. Each part has an index which finds it in
     * order; no index finds both.
     */
    enum Part {
        BEGAN_INSIDE, LASTED_INTO
    }

    /** What is joined with nothing is no column of an index, and hides the feed. */
    private static final String HIDDEN = " || ''";

    private final List<Object> parameters = new ArrayList<>();
    private final List<String> bounds = new ArrayList<>();
    private final List<String> filters = new ArrayList<>();
    private final Scope scope;
    private final Stretch stretch;
    private final Clock clock;

    private SelectionSql(Scope scope, Stretch stretch, Clock clock) {
        this.scope = scope;
        this.stretch = stretch;
        this.clock = clock;
        var hidden = stretch.reading() == Reading.BY_TERMS ? HIDDEN : "";
        bounds.add("organization" + hidden + " = " + place(scope.organization()));
        bounds.add("account_group" + hidden + " = " + place(scope.accountGroup()));
    }

    static SelectionSql of(Scope scope, EventSelection selection, Stretch stretch, Clock clock) {
        var sql = new SelectionSql(scope, stretch, clock);
        sql.window();
        sql.status(selection.status());
        sql.subjects(selection.subjects());
        sql.query(selection);
        return sql;
    }

    private void window() {
        switch (stretch.part()) {
            case BEGAN_INSIDE -> began(stretch.from(), stretch.until());
            case LASTED_INTO -> lasted(stretch.from());
        }
    }

    /**
     * Partitions hold spans of receipt: what bounds the id lets PostgreSQL leave most of them alone, also those which were made for the
     * weeks to come.
     */
    private void began(Instant from, Instant until) {
        var end = Math.min(Tolerance.lastIdBefore(until), Tolerance.firstIdAfter(clock.instant()));
        bounds.add("id >= " + place(Tolerance.firstIdOf(from)) + " and id < " + place(end));
        bounds.add("happened_at >= " + place(from) + " and happened_at < " + place(until));
    }

    /** In the words of the partial index {@code event_lasting}. */
    private void lasted(Instant from) {
        bounds.add("id >= " + place(Tolerance.firstIdLasting(from)) + " and id < " + place(Tolerance.lastIdBefore(from)));
        bounds.add("ended_at > happened_at and ended_at >= " + place(from) + " and happened_at < " + place(from));
    }

    private void status(EventStatus status) {
        if (status != null) {
            var open = "(status = 'OPEN' and (ended_at is null or ended_at > " + place(clock.instant()) + "))";
            filters.add(status == EventStatus.OPEN ? open : "not " + open);
        }
    }

    private void subjects(Subjects subjects) {
        if (subjects != null) {
            var found = new ArrayList<String>();
            found.add("entity ->> 'id' = any(" + place(subjects.ids().toArray(String[]::new)) + ")");
            if (!subjects.hosts().isEmpty()) {
                found.add("entity is null and lower(host collate \"C\") = any(" + place(subjects.hosts().toArray(String[]::new))
                        + ")");
            }
            if (subjects.nothing()) {
                found.add("entity is null and host is null");
            }
            filters.add("(" + String.join(" or ", found) + ")");
            if (!subjects.nothing()) {
                filters.add("terms && " + place(EventTerms.ofSubjects(scope, subjects.ids(), subjects.hosts()))
                        + "::integer[]");
            }
        }
    }

    private void query(EventSelection selection) {
        var predicate = selection.query().toSql(scope, parameters.size() + 1);
        parameters.addAll(predicate.parameters());
        filters.add(predicate.text());
    }

    /** Right behind the place, in this order. */
    SelectionSql behind(Place place, EventOrder order) {
        if (place != null) {
            bounds.add("(happened_at, id) " + (order == EventOrder.NEWEST_FIRST ? "<" : ">") + " (" + place(
                    place.happenedAt()) + ", "
                    + place(place.id()) + ")");
        }
        return this;
    }

    String place(Object value) {
        parameters.add(value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        return "$" + parameters.size();
    }

    /** The column which tells where it was cut off. */
    String place() {
        return stretch.isCutOff() ? ", place" : "";
    }

    /**
     * What is read along the feed is cut off before anything is looked for in it. Its last event is found whether it matches or not, so
     * that it tells how far the statement came.
     */
    String from(EventOrder order) {
        return stretch.isCutOff()
                ? "(select *, row_number() over (" + order.sql() + ") as place from (select * from event where " + all(bounds)
                        + order.sql() + " limit " + stretch.rows() + ") as event) as event"
                : "event";
    }

    String where() {
        return stretch.isCutOff()
                ? "(" + all(filters) + " or place = " + stretch.rows() + ")"
                : all(bounds) + " and " + all(filters);
    }

    private static String all(List<String> conditions) {
        return String.join(" and ", conditions);
    }

    Tuple parameters() {
        return Tuple.wrap(parameters);
    }
}

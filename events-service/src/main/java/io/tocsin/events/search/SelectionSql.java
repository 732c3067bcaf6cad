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

/** The WHERE of a search, and its parameters. The scope comes first: there is no way to build one without. */
final class SelectionSql {

    /**
     * Events which began before the window come after all others when the newest come first. Each part has an index which finds it in
     * order; no index finds both.
     */
    enum Part {
        BEGAN_INSIDE, LASTED_INTO
    }

    private final List<Object> parameters = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final Scope scope;

    private SelectionSql(Scope scope) {
        this.scope = scope;
        text.append("organization = ")
                .append(place(scope.organization()))
                .append(" and account_group = ")
                .append(place(scope.accountGroup()));
    }

    static SelectionSql of(Scope scope, EventSelection selection, Stretch stretch, Clock clock) {
        var sql = new SelectionSql(scope);
        sql.window(stretch);
        sql.status(selection.status(), clock);
        sql.subjects(selection.subjects());
        sql.query(selection);
        return sql;
    }

    private void window(Stretch stretch) {
        switch (stretch.part()) {
            case BEGAN_INSIDE -> began(stretch.from(), stretch.until());
            case LASTED_INTO -> lasted(stretch.from());
        }
    }

    /** Partitions hold spans of receipt: what bounds the id lets PostgreSQL leave most of them alone. */
    private void began(Instant from, Instant until) {
        and("id >= " + place(Tolerance.firstIdOf(from)) + " and id < " + place(Tolerance.lastIdBefore(until)));
        and("happened_at >= " + place(from) + " and happened_at < " + place(until));
    }

    /** In the words of the partial index {@code event_lasting}. */
    private void lasted(Instant from) {
        and("id >= " + place(Tolerance.firstIdLasting(from)) + " and id < " + place(Tolerance.lastIdBefore(from)));
        and("ended_at > happened_at and ended_at >= " + place(from) + " and happened_at < " + place(from));
    }

    private void status(EventStatus status, Clock clock) {
        if (status != null) {
            var open = "(status = 'OPEN' and (ended_at is null or ended_at > " + place(clock.instant()) + "))";
            and(status == EventStatus.OPEN ? open : "not " + open);
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
            and("(" + String.join(" or ", found) + ")");
            if (!subjects.nothing()) {
                and("terms && " + place(EventTerms.ofSubjects(scope, subjects.ids(), subjects.hosts())) + "::integer[]");
            }
        }
    }

    private void query(EventSelection selection) {
        var predicate = selection.query().toSql(scope, parameters.size() + 1);
        parameters.addAll(predicate.parameters());
        and(predicate.text());
    }

    /** Right behind the place, in this order. */
    SelectionSql behind(Place place, EventOrder order) {
        if (place != null) {
            and("(happened_at, id) " + (order == EventOrder.NEWEST_FIRST ? "<" : ">") + " (" + place(place.happenedAt()) + ", "
                    + place(place.id()) + ")");
        }
        return this;
    }

    void and(String condition) {
        text.append(" and ").append(condition);
    }

    String place(Object value) {
        parameters.add(value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        return "$" + parameters.size();
    }

    String text() {
        return text.toString();
    }

    Tuple parameters() {
        return Tuple.wrap(parameters);
    }
}

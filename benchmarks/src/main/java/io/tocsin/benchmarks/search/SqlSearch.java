package io.tocsin.benchmarks.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import io.tocsin.benchmarks.search.SearchForm.Search;
import io.tocsin.benchmarks.workbench.EventIds;
import io.tocsin.benchmarks.workbench.ServiceDatabase;
import io.tocsin.model.Scope;
import io.tocsin.query.EventQuery;

/**
 * The reference: the statements which the service sends, prepared by a plain client with the settings of the service's connections. A
 * sample of the newest events of a week first; what is common among them is read on along the feed, and what is rare by the indexes
 * of terms and times, in pieces as long as the page needs by what was found so far.
 */
final class SqlSearch implements AutoCloseable {

    private static final String SELECT = """
            select id, uid, organization, account_group, title, text, happened_at, ended_at, status, type, severity, priority,
                   source, host, entity::text, tags, aggregation_key, correlation_id, related_event_id, attributes::text, received_at
              from\s""";

    private static final String BOUNDS = """
            organization = ? and account_group = ? and id >= ? and id < ? and happened_at >= ? and happened_at < ?\s""";
    private static final String HIDDEN = """
            organization || '' = ? and account_group || '' = ? and id >= ? and id < ? and happened_at >= ? and happened_at < ?\s""";
    private static final String ORDER = "order by happened_at desc, id desc limit ";

    private static final String FREELY = SELECT + "event where " + BOUNDS + "and %s " + ORDER + "? offset 0";
    static final String ALONG_THE_FEED = SELECT.replace("received_at", "received_at, place")
            + "(select *, row_number() over (order by happened_at desc, id desc) as place from (select * from event where "
            + BOUNDS
            + ORDER + "%2$d) as event) as event where (%1$s or place = %2$d) " + ORDER + "? offset 0";
    static final String BY_TERMS = SELECT + "event where " + HIDDEN + "and %s " + ORDER + "? offset 0";

    static final int PAGE = 100;

    private static final long DAY_OF_IDS = EventIds.in(Duration.ofDays(1));

    private final Connection connection;
    private final Scope scope;

    SqlSearch(ServiceDatabase database, Scope scope) throws SQLException {
        this.connection = database.connect();
        this.scope = scope;
        try (var settings = connection.createStatement()) {
            settings.execute("set plan_cache_mode = force_custom_plan; set jit = off");
        }
    }

    /** How many it found. */
    int run(Search search) throws SQLException {
        return search.query().equals("*") ? read(FREELY, search, PAGE, 0).size() : new SqlWalk(this).read(search);
    }

    /** In order. */
    List<Row> read(String form, Search search, int limit, int cutOff) throws SQLException {
        try (var statement = prepare(form, search, limit, cutOff); var rows = statement.executeQuery()) {
            var found = new ArrayList<Row>();
            var columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (var column = 1; column <= columns; column++) {
                    rows.getString(column);
                }
                var happened = rows.getObject("happened_at", OffsetDateTime.class).toInstant();
                found.add(new Row(happened, cutOff > 0 && rows.getLong("place") == cutOff ? cutOff : 0));
            }
            return found;
        }
    }

    /** @param place where it was cut off, if it was there */
    record Row(Instant happened, long place) {}

    /** What PostgreSQL says of one execution of the first statement. */
    List<String> explain(Search search) throws SQLException {
        var free = search.query().equals("*");
        var form = "explain (analyze, buffers) " + (free ? FREELY : ALONG_THE_FEED);
        try (var statement = prepare(form, free ? search : SqlWalk.sample(search), PAGE, SqlWalk.SAMPLE);
                var rows = statement.executeQuery()) {
            var lines = new ArrayList<String>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }

    private PreparedStatement prepare(String form, Search search, int limit, int cutOff) throws SQLException {
        var predicate = EventQuery.parse(search.query()).toSql(scope, 1);
        var parameters = bounds(search);
        parameters.addAll(predicate.parameters());
        parameters.add(limit);
        return prepare(form.formatted(predicate.text().replaceAll("\\$\\d+", "?"), cutOff), parameters);
    }

    private List<Object> bounds(Search search) {
        return new ArrayList<>(List.of(scope.organization(), scope.accountGroup(),
                EventIds.of(search.from()) - 7 * DAY_OF_IDS, Math.min(EventIds.of(search.until()) + 32 * DAY_OF_IDS, EventIds
                        .of(Instant.now()) + DAY_OF_IDS),
                utc(search.from()), utc(search.until())));
    }

    private PreparedStatement prepare(String sql, List<Object> parameters) throws SQLException {
        var statement = connection.prepareStatement(sql);
        statement.unwrap(org.postgresql.PGStatement.class).setPrepareThreshold(1);
        for (var at = 0; at < parameters.size(); at++) {
            statement.setObject(at + 1, bound(parameters.get(at)));
        }
        return statement;
    }

    private Object bound(Object parameter) throws SQLException {
        if (parameter instanceof Integer[] integers) {
            return connection.createArrayOf("int4", integers);
        }
        return parameter instanceof String[] texts ? connection.createArrayOf("text", texts) : parameter;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

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
 * The reference: the statements which the service sends (up to three: a 64th of the window, up to an eighth, the rest), prepared by a
 * plain client, with the settings of the service's connections.
 */
final class SqlSearch implements AutoCloseable {

    private static final String SELECT = """
            select id, uid, organization, account_group, title, text, happened_at, ended_at, status, type, severity, priority,
                   source, host, entity, tags, aggregation_key, correlation_id, related_event_id, attributes, received_at
              from event
             where organization = ? and account_group = ? and id >= ? and id < ? and happened_at >= ? and happened_at < ? and %s
             order by happened_at desc, id desc limit ? offset 0
            """;

    private static final int PAGE = 100;
    private static final int[] SHARES = { 64, 8, 1 };

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
        var found = 0;
        for (var piece : pieces(search)) {
            found += found < PAGE ? run(piece, PAGE - found) : 0;
        }
        return found;
    }

    private static List<Search> pieces(Search search) {
        var window = Duration.between(search.from(), search.until());
        if (search.query().equals("*") || window.compareTo(Duration.ofDays(1)) <= 0) {
            return List.of(search);
        }
        var pieces = new ArrayList<Search>();
        var until = search.until();
        for (var share : SHARES) {
            var from = search.until().minus(window.dividedBy(share));
            pieces.add(new Search(search.query(), from, until));
            until = from;
        }
        return pieces;
    }

    private int run(Search search, int limit) throws SQLException {
        try (var statement = prepare("", search, limit); var rows = statement.executeQuery()) {
            var found = 0;
            while (rows.next()) {
                for (var column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    rows.getString(column);
                }
                found++;
            }
            return found;
        }
    }

    /** What PostgreSQL says of one execution of the first statement. */
    List<String> explain(Search search) throws SQLException {
        try (var statement = prepare("explain (analyze, buffers) ", pieces(search).get(0), PAGE);
                var rows = statement.executeQuery()) {
            var lines = new ArrayList<String>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }

    private PreparedStatement prepare(String prefix, Search search, int limit) throws SQLException {
        var predicate = EventQuery.parse(search.query()).toSql(scope, 1);
        var sql = prefix + SELECT.formatted(predicate.text().replaceAll("\\$\\d+", "?"));
        var statement = connection.prepareStatement(sql);
        statement.unwrap(org.postgresql.PGStatement.class).setPrepareThreshold(1);
        var parameters = new ArrayList<Object>(List.of(scope.organization(), scope.accountGroup(),
                EventIds.of(search.from()) - 7 * DAY_OF_IDS, EventIds.of(search.until()) + 32 * DAY_OF_IDS,
                utc(search.from()), utc(search.until())));
        parameters.addAll(predicate.parameters());
        parameters.add(limit);
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

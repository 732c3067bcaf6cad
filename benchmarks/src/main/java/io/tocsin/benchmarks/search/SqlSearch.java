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
 * sample of the newest events first; what is common among them is read on along the feed, and what is rare by the indexes of terms and
 * times, in growing pieces.
 */
final class SqlSearch implements AutoCloseable {

    private static final String SELECT = """
            select id, uid, organization, account_group, title, text, happened_at, ended_at, status, type, severity, priority,
                   source, host, entity, tags, aggregation_key, correlation_id, related_event_id, attributes, received_at
              from\s""";

    private static final String BOUNDS = """
            organization = ? and account_group = ? and id >= ? and id < ? and happened_at >= ? and happened_at < ?\s""";
    private static final String HIDDEN = """
            organization || '' = ? and account_group || '' = ? and id >= ? and id < ? and happened_at >= ? and happened_at < ?\s""";
    private static final String ORDER = "order by happened_at desc, id desc limit ";

    private static final String FREELY = SELECT + "event where " + BOUNDS + "and %s " + ORDER + "? offset 0";
    private static final String SAMPLE = SELECT + "(select * from event where " + BOUNDS + ORDER + "1000) as event where %s "
            + ORDER + "? offset 0";
    private static final String BY_TERMS = SELECT + "event where " + HIDDEN + "and %s " + ORDER + "? offset 0";

    private static final String SAMPLE_END = "select happened_at from event where " + BOUNDS
            + "order by happened_at desc, id desc limit 1 offset 999";

    private static final int PAGE = 100;
    private static final int COMMON = 20;
    private static final int GROWTH = 8;

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
        if (search.query().equals("*")) {
            return read(FREELY, search, PAGE).size();
        }
        var found = read(SAMPLE, search, PAGE);
        if (found.size() >= COMMON) {
            return found.size() + (found.size() < PAGE ? read(FREELY, behind(search, found), PAGE - found.size()).size() : 0);
        }
        return found.size() + rare(search, found);
    }

    private int rare(Search search, List<Instant> sampled) throws SQLException {
        var found = 0;
        var until = behind(search, sampled).until();
        for (var from : beginnings(search, sampled.size())) {
            if (sampled.size() + found < PAGE && from.isBefore(until)) {
                found += read(BY_TERMS, new Search(search.query(), from, until), PAGE - sampled.size() - found).size();
                until = from;
            }
        }
        return found;
    }

    /** Of the pieces. */
    private List<Instant> beginnings(Search search, int sampled) throws SQLException {
        var beginnings = new ArrayList<Instant>();
        var end = search.until();
        var reach = Duration.between(sampleEnd(search), end).toMillis() * 1.5 * PAGE / Math.max(sampled, 0.5);
        for (; 2 * reach < Duration.between(search.from(), end).toMillis(); reach *= GROWTH) {
            end = end.minusMillis((long) reach);
            beginnings.add(end);
        }
        beginnings.add(search.from());
        return beginnings;
    }

    private Instant sampleEnd(Search search) throws SQLException {
        try (var statement = prepare(SAMPLE_END, bounds(search)); var rows = statement.executeQuery()) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private static Search behind(Search search, List<Instant> found) {
        return found.isEmpty() ? search : new Search(search.query(), search.from(), found.get(found.size() - 1));
    }

    /** When each happened, the newest first. */
    private List<Instant> read(String form, Search search, int limit) throws SQLException {
        try (var statement = prepare(form, search, limit); var rows = statement.executeQuery()) {
            var found = new ArrayList<Instant>();
            while (rows.next()) {
                for (var column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    rows.getString(column);
                }
                found.add(rows.getObject("happened_at", OffsetDateTime.class).toInstant());
            }
            return found;
        }
    }

    /** What PostgreSQL says of one execution of the first statement. */
    List<String> explain(Search search) throws SQLException {
        var form = search.query().equals("*") ? FREELY : SAMPLE;
        try (var statement = prepare("explain (analyze, buffers) " + form, search, PAGE); var rows = statement.executeQuery()) {
            var lines = new ArrayList<String>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }

    private PreparedStatement prepare(String form, Search search, int limit) throws SQLException {
        var predicate = EventQuery.parse(search.query()).toSql(scope, 1);
        var parameters = bounds(search);
        parameters.addAll(predicate.parameters());
        parameters.add(limit);
        return prepare(form.formatted(predicate.text().replaceAll("\\$\\d+", "?")), parameters);
    }

    private List<Object> bounds(Search search) {
        return new ArrayList<>(List.of(scope.organization(), scope.accountGroup(),
                EventIds.of(search.from()) - 7 * DAY_OF_IDS, EventIds.of(search.until()) + 32 * DAY_OF_IDS,
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

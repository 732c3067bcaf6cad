package io.tocsin.query;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.tocsin.model.Event;
import io.tocsin.query.sql.SqlPredicate;
import io.tocsin.query.term.EventTerms;
import io.tocsin.test.PostgresServer;

/** The table {@code event} of events-service on a real PostgreSQL, over plain JDBC. */
final class EventTable implements AutoCloseable {

    private static final String CREATE = """
            create table event (
                id bigint primary key, uid uuid not null, organization text not null, account_group text not null,
                title text, text text, happened_at timestamptz not null, ended_at timestamptz, status text not null,
                type text, severity text not null, priority text not null, source text, host text, entity jsonb,
                tags text[] not null, aggregation_key text, correlation_id text, related_event_id bigint,
                attributes jsonb not null, received_at timestamptz not null,
                terms integer[] not null)
            """;
    private static final String INSERT = """
            insert into event values (
                ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?::jsonb, ?, ?)
            on conflict do nothing
            """;

    private final ObjectMapper json = new ObjectMapper();
    private final PostgresServer server;
    private final Connection connection;

    EventTable() throws SQLException {
        server = PostgresServer.start().createDatabase("events");
        connection = DriverManager.getConnection(server.jdbcUrl("events"), "postgres", "postgres");
        try (var statement = connection.createStatement()) {
            statement.execute(CREATE);
        }
    }

    /** @return false if there is an event of this id already */
    boolean insert(Event event) throws SQLException, JsonProcessingException {
        var content = event.content();
        try (var statement = connection.prepareStatement(INSERT)) {
            bind(statement, 1, event.id(), event.uid(), event.scope().organization(), event.scope().accountGroup());
            bind(statement, 5, content.title(), content.text(), time(content.happenedAt()), time(content.endedAt()));
            bind(statement, 9, content.status().name(), content.type(), content.severity().name(), content.priority().name());
            bind(statement, 13, content.source(), content.host(),
                    content.entity() == null ? null : json.writeValueAsString(content.entity()), array(content.tags()));
            bind(statement, 17, content.aggregationKey(), content.correlationId(), content.relatedEventId(),
                    json.writeValueAsString(content.attributes()), time(event.receivedAt()),
                    connection.createArrayOf("int4", Arrays.stream(EventTerms.of(event)).boxed().toArray()));
            return statement.executeUpdate() == 1;
        }
    }

    /** The ids of the events which the predicate finds; its parameters must count from 1. */
    Set<Long> find(SqlPredicate predicate) throws SQLException {
        var sql = "select id from event where " + predicate.text().replaceAll("\\$\\d+", "?");
        try (var statement = connection.prepareStatement(sql)) {
            for (var index = 0; index < predicate.parameters().size(); index++) {
                statement.setObject(index + 1, bound(predicate.parameters().get(index)));
            }
            return ids(statement);
        }
    }

    private Object bound(Object parameter) throws SQLException {
        if (parameter instanceof Integer[] integers) {
            return connection.createArrayOf("int4", integers);
        }
        return parameter instanceof String[] texts ? connection.createArrayOf("text", texts) : parameter;
    }

    private static Set<Long> ids(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            var ids = new HashSet<Long>();
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
            return ids;
        }
    }

    private static void bind(PreparedStatement statement, int first, Object... values) throws SQLException {
        for (var index = 0; index < values.length; index++) {
            statement.setObject(first + index, values[index]);
        }
    }

    private static Object time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private Object array(List<String> tags) throws SQLException {
        return connection.createArrayOf("text", tags.toArray());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        server.close();
    }
}

package io.tocsin.events;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import io.tocsin.events.receipt.EventIds;
import io.tocsin.model.Scope;

/** Events which a test writes itself, to decide when each is committed. Ids rise in the order in which they are written. */
public final class Commits implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static final String INSERT = """
            insert into event (retention, id, uid, organization, account_group, title, happened_at, status, severity, priority, tags,
                               attributes, terms, received_at)
            values ('standard', ?, ?, ?, ?, ?, now(), 'CLOSED', 'INFO', 'NORMAL', '{}', '{}', '{}', clock_timestamp())
            """;

    private final Connection connection;

    Commits(Connection connection) {
        this.connection = connection;
    }

    public Commits write(Scope scope, String title) {
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, EventIds.floor(Instant.now()) + NUMBER.incrementAndGet());
            insert.setObject(2, UUID.randomUUID());
            insert.setString(3, scope.organization());
            insert.setString(4, scope.accountGroup());
            insert.setString(5, title);
            insert.executeUpdate();
            return this;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    public Commits commit() {
        try {
            connection.commit();
            return this;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}

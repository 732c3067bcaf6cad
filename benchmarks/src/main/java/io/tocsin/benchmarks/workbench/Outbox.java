package io.tocsin.benchmarks.workbench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The messages of events-service that alerts-service has not taken in yet. */
public record Outbox(ServiceDatabase database) {

    private static final Duration PAUSE = Duration.ofMillis(250);

    public long waiting() throws SQLException {
        return database.number("select count(*) from outbox where destination <> 'benchmark'");
    }

    /** Waits until nothing is left, so that what is measured next has the machine to itself; returns what is left at the end. */
    public long drain(Duration patience) throws SQLException {
        var deadline = System.nanoTime() + patience.toNanos();
        var left = waiting();
        while (left > 0 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE.toNanos());
            left = waiting();
        }
        return left;
    }
}

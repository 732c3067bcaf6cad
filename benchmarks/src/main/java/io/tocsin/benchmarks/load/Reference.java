package io.tocsin.benchmarks.load;

import java.sql.SQLException;
import java.time.Duration;

/** BEGIN; insert the event; insert the message; COMMIT: what a service without group commit could reach at best. */
interface Reference {

    int CLIENTS = 16;

    /** Who plays the clients. */
    String name();

    /** Transactions per second. */
    double run(Duration duration) throws Exception;

    /** pgbench where there is one, else the same over JDBC. */
    static Reference against(EventsDatabase database) {
        return Pgbench.find()
                .<Reference>map(version -> new Pgbench(database, version))
                .orElseGet(() -> new JdbcReference(database));
    }

    /** Leaves no row of the reference behind, nor the room it took. */
    static void clear(EventsDatabase database) throws SQLException {
        database.execute(ReferenceSql.DELETE_MESSAGES);
        database.execute(ReferenceSql.DELETE_EVENTS);
        database.execute("vacuum event, outbox");
    }
}

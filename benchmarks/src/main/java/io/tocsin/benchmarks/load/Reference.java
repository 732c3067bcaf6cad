package io.tocsin.benchmarks.load;

import java.sql.SQLException;
import java.time.Duration;

import io.tocsin.benchmarks.workbench.Pgbench;
import io.tocsin.benchmarks.workbench.ServiceDatabase;

/** The same rows, one transaction for each event: what a service without group commit could reach at best. */
interface Reference {

    int CLIENTS = 16;

    /** How a client stores one event and its message. */
    enum Form {

        /** BEGIN; insert the event; insert the message; COMMIT: four round trips. */
        TRANSACTION("BEGIN, 2 INSERTs, COMMIT"),
        /** Both inserts in one statement that commits itself: one round trip. */
        STATEMENT("both INSERTs in one statement");

        private final String text;

        Form(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** Who plays the clients. */
    String name();

    /** Events per second. */
    double run(Form form, Duration duration) throws Exception;

    /** pgbench where there is one, else the same over JDBC. */
    static Reference against(ServiceDatabase database) {
        return Pgbench.find()
                .<Reference>map(pgbench -> new PgbenchReference(database, pgbench))
                .orElseGet(() -> new JdbcReference(database));
    }

    /** Leaves no row of the reference behind, nor the room it took. */
    static void clear(ServiceDatabase database) throws SQLException {
        database.execute(ReferenceSql.DELETE_MESSAGES);
        database.execute(ReferenceSql.DELETE_EVENTS);
        database.execute("vacuum event, outbox");
    }
}

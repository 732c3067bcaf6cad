package io.tocsin.benchmarks.evaluation;

import java.time.Duration;

import io.tocsin.benchmarks.workbench.Pgbench;
import io.tocsin.benchmarks.workbench.ServiceDatabase;

/** What keeping state in one row for each rule, test and source would cost at least: to update that row, and nothing else. */
record UpdateReference(ServiceDatabase database, EvaluationOptions options) {

    private static final int CLIENTS = 16;

    private static final String TABLE = """
            create table benchmark_state as
            select rule, test, source, false as violates, 0 as rounds, now() as since
              from generate_series(1, %d) rule, generate_series(1, %d) test, generate_series(1, %d) source
            """;
    private static final String KEY = "alter table benchmark_state add primary key (rule, test, source)";

    private static final String UPDATE = """
            \\set rule random(1, %d)
            \\set test random(1, %d)
            \\set source random(1, %d)
            update benchmark_state set violates = not violates, rounds = rounds + 1, since = now()
             where rule = :rule and test = :test and source = :source;
            """;

    /** Rows updated per second, each in a transaction of its own. */
    double run(Duration duration) throws Exception {
        var pgbench = Pgbench.find()
                .orElseThrow(() -> new IllegalArgumentException(
                        "This benchmark needs pgbench on the PATH; package postgresql-contrib"
                                + " or postgresql-client has it."));
        database.execute(TABLE.formatted(options.rules(), options.tests(), options.agents()));
        database.execute(KEY);
        database.execute("vacuum analyze benchmark_state");
        try {
            return pgbench.run(database, UPDATE.formatted(options.rules(), options.tests(), options.agents()), CLIENTS,
                    duration);
        } finally {
            database.execute("drop table benchmark_state");
        }
    }
}

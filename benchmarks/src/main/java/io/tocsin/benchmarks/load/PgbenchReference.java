package io.tocsin.benchmarks.load;

import java.time.Duration;

import io.tocsin.benchmarks.workbench.Pgbench;
import io.tocsin.benchmarks.workbench.ServiceDatabase;

/** The reference by PostgreSQL's own load generator. */
record PgbenchReference(ServiceDatabase database, Pgbench pgbench) implements Reference {

    @Override
    public String name() {
        return pgbench.version();
    }

    @Override
    public double run(Form form, Duration duration) throws Exception {
        return pgbench.run(database, script(form), CLIENTS, duration);
    }

    private static String script(Form form) {
        var sql = new ReferenceSql(":id::bigint");
        var fresh = "\\set id random(%d, %d)\n".formatted(ReferenceSql.firstId(), ReferenceSql.endId());
        return fresh + switch (form) {
            case TRANSACTION -> "begin;\n%s;\n%s;\ncommit;\n".formatted(sql.insertEvent(), sql.insertMessage());
            case STATEMENT -> sql.insertBoth() + ";\n";
        };
    }
}

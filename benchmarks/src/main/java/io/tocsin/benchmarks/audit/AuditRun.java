package io.tocsin.benchmarks.audit;

import java.nio.file.Files;

import io.tocsin.benchmarks.workbench.Report;
import io.tocsin.benchmarks.workbench.ServiceDatabase;
import io.tocsin.benchmarks.workbench.Workbench;
import io.tocsin.local.service.Service;

/** User events taken in, chained and encrypted by audit-service, next to plain inserts of the rows which that makes. */
public final class AuditRun {

    private static final int ROUNDS = 3;

    private final AuditOptions options;

    public AuditRun(AuditOptions options) {
        this.options = options;
    }

    public void run() throws Exception {
        try (var bench = Workbench.open("audit")) {
            bench.describe();
            bench.ripenLog();
            var service = bench.platform().replicas(Service.AUDIT).get(0).url();
            var credential = Files.readString(bench.platform().data().path().resolve("service-credential")).strip();
            measure(new UserEventLoad(service, credential, options), bench.database(Service.AUDIT));
        }
    }

    private void measure(UserEventLoad load, ServiceDatabase database) throws Exception {
        var plain = new PlainInserts(database, options);
        Report.progress("warming up");
        load.run(options.warmUp());
        plain.run(options.duration());
        var ratios = 0.0;
        for (var round = 1; round <= ROUNDS; round++) {
            var inserted = plain.run(options.duration());
            var chained = load.run(options.duration());
            ratios += chained / inserted;
            Report.line("round " + round, "plain inserts %,.0f rows/s, chained %,.0f user events/s, ratio %.2f".formatted(
                    inserted,
                    chained, chained / inserted));
        }
        Report.line("ratio", "%.2f (wanted: at least 0.5)".formatted(ratios / ROUNDS));
        Report.line("log", "%s entries in %s commits".formatted(database.text("select count(*) from user_event"),
                database.text("select count(*) from chain_link")));
    }
}

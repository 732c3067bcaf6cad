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
        load.run(1, options.warmUp().dividedBy(2));
        load.run(options.clients(), options.warmUp().dividedBy(2));
        plain.run(options.duration());
        var together = 0.0;
        var apart = 0.0;
        for (var round = 1; round <= ROUNDS; round++) {
            var inserted = plain.run(options.duration());
            var one = load.run(1, options.duration());
            var several = load.run(options.clients(), options.duration());
            together += one / inserted / ROUNDS;
            apart += several / inserted / ROUNDS;
            Report.line("round " + round,
                    ("plain inserts %,.0f rows/s; user events chained %,.0f/s of one organization, ratio %.2f;"
                            + " %,.0f/s of %d, ratio %.2f").formatted(inserted, one, one / inserted, several, options.clients(),
                                    several / inserted));
        }
        Report.line("ratio", "%.2f by one chain, %.2f by %d (wanted: at least 0.5)".formatted(together, apart, options
                .clients()));
        Report.line("log", "%s entries in %s commits".formatted(database.text("select count(*) from user_event"),
                database.text("select count(*) from chain_link")));
    }
}

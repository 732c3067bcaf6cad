package io.tocsin.benchmarks.load;

import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

import org.postgresql.PGConnection;

import io.tocsin.benchmarks.workbench.SampleEvent;
import io.tocsin.benchmarks.workbench.ServiceDatabase;

/** The reference of batches: {@code COPY} of events into the same table, ten thousand rows a statement, each committed. */
record CopiedEvents(ServiceDatabase database) {

    private static final int ROWS = 10_000;
    private static final String COPY = """
            copy event (retention, id, uid, organization, account_group, title, text, happened_at, status, severity, priority, source,
                        host, tags, attributes, received_at, terms) from stdin""";

    /** Rows per second of one client, whose text is made outside of the time. */
    double run(Duration duration) throws SQLException, IOException {
        var nanos = 0L;
        var rows = 0L;
        try (var connection = database.connect()) {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            while (nanos < duration.toNanos()) {
                var text = rows(rows);
                var started = System.nanoTime();
                rows += copy.copyIn(COPY, new StringReader(text));
                nanos += System.nanoTime() - started;
            }
        }
        return rows * 1e9 / nanos;
    }

    private static String rows(long from) {
        var text = new StringBuilder(ROWS * 700);
        var now = Instant.now();
        var terms = ReferenceSql.commonTerms();
        var open = terms.substring(0, terms.length() - 1);
        for (var row = from; row < from + ROWS; row++) {
            text.append("standard\t")
                    .append(ReferenceSql.firstId() + row % (1 << 22))
                    .append("\t")
                    .append(new java.util.UUID(row, now.toEpochMilli()))
                    .append("\tbenchmark\t1\tDisk full on web\t")
                    .append(SampleEvent.TEXT)
                    .append('\t')
                    .append(now)
                    .append("\tCLOSED\tERROR\tNORMAL\tnagios\tweb-17.example.com\t")
                    .append("{\"env=prod\",\"region=eu-central-1\",\"service=checkout\",\"team=payments\"}\t{}\t")
                    .append(now)
                    .append('\t')
                    .append(open)
                    .append(',')
                    .append(row % 1_000)
                    .append(',')
                    .append(row % 2_000_000_011L)
                    .append("}\n");
        }
        return text.toString();
    }
}

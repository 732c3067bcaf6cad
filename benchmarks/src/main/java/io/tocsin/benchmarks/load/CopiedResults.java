package io.tocsin.benchmarks.load;

import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

import org.postgresql.PGConnection;

import io.tocsin.benchmarks.workbench.ServiceDatabase;

/** The reference of results in batches: {@code COPY} of the same into the same table, ten thousand rows a statement, each committed. */
record CopiedResults(ServiceDatabase database) {

    private static final int CALLS = 20;
    private static final String COPY = """
            copy test_result (organization, account_group, test_id, layer, source_kind, source_id, target, round_id, target_parts,
                              measured_at, received_at, measurements) from stdin""";

    /** Rows per second of one client, whose text is made outside of the time. */
    double run(Duration duration) throws SQLException, IOException {
        var nanos = 0L;
        var calls = 0L;
        try (var connection = database.connect()) {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            while (nanos < duration.toNanos()) {
                var text = rows(calls);
                var started = System.nanoTime();
                copy.copyIn(COPY, new StringReader(text));
                nanos += System.nanoTime() - started;
                calls += CALLS;
            }
        }
        return calls * SampleRound.RESULTS * 1e9 / nanos;
    }

    /** Leaves no row of the reference behind, nor the room it took. */
    void clear() throws SQLException {
        database.execute("delete from test_result where organization = 'benchmark'");
        database.execute("vacuum test_result");
    }

    private static String rows(long from) {
        var text = new StringBuilder(CALLS * SampleRound.RESULTS * 220);
        var now = Instant.now();
        for (var call = from; call < from + CALLS; call++) {
            var round = SampleRound.number(call);
            round.each((test, agent) -> append(text, round, test, agent, now));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, SampleRound round, int test, int agent, Instant now) {
        text.append("benchmark\t1\t")
                .append(test)
                .append("\tHTTP_SERVER\tAGENT\t")
                .append(agent)
                .append("\t\t")
                .append(round.begin().getEpochSecond())
                .append("\t{}\t")
                .append(round.begin())
                .append('\t')
                .append(now)
                .append("\t{\"values\":{\"availability\":")
                .append(SampleRound.AVAILABILITY)
                .append(",\"responseTime\":")
                .append(SampleRound.responseMillis(agent))
                .append(",\"throughput\":")
                .append(SampleRound.THROUGHPUT)
                .append("},\"children\":{}}\n");
    }
}

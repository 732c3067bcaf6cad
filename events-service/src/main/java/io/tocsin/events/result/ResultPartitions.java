package io.tocsin.events.result;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The partitions of the table {@code test_result}, one for each day (UTC) on which rounds began. */
@Singleton
class ResultPartitions {

    private static final long LOCK = 0x746f6373696e_03L;
    private static final int DAYS_AHEAD = 2;
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'test_result_'uuuuMMdd");

    /** A statement which waits for a table makes all later ones wait behind it, so it waits for so long only. */
    private static final String PATIENCE = "set local lock_timeout = '2s'";

    private static final String WAIT_FOR_LOCK = "select pg_advisory_xact_lock($1)";

    private static final String PRESENT = """
            select inhrelid::regclass::text as name
              from pg_inherits
             where inhparent = 'test_result'::regclass
             order by name
            """;

    /** Made apart and then attached, because a table may be written while a partition is attached to it. */
    private static final String CREATE = """
            create table %1$s (like test_result including all);
            alter table test_result attach partition %1$s for values from (%2$d) to (%3$d)
            """;

    private static final String DROP = "drop table %s";

    private final Pool pool;
    private final ResultsConfig config;
    private final Clock clock;

    ResultPartitions(Pool pool, ResultsConfig config, Clock clock) {
        this.pool = pool;
        this.config = config;
        this.clock = clock;
    }

    Uni<Void> makeFor(Collection<Instant> rounds) {
        return change(present -> rounds.stream()
                .map(ResultPartitions::dayOf)
                .distinct()
                .filter(day -> !present.contains(NAME.format(day)))
                .map(ResultPartitions::creation)
                .toList());
    }

    Uni<Void> makeAhead() {
        var today = clock.instant();
        return makeFor(Stream.iterate(0, day -> day <= DAYS_AHEAD, day -> day + 1)
                .map(day -> dayOf(today).plusDays(day).atStartOfDay(ZoneOffset.UTC).toInstant())
                .toList());
    }

    /** Those whose last round is older than results are kept. */
    Uni<Void> dropExpired() {
        var first = NAME.format(dayOf(clock.instant().minus(config.keep())));
        return change(present -> present.stream()
                .filter(name -> name.compareTo(first) < 0)
                .map(ResultPartitions::removal)
                .toList());
    }

    private Uni<Void> change(Function<List<String>, List<String>> statements) {
        return pool.withTransaction(transaction -> change(transaction, statements));
    }

    /** Two replicas do it one after the other, and the second finds everything done. */
    private static Uni<Void> change(SqlConnection transaction, Function<List<String>, List<String>> statements) {
        return transaction.query(PATIENCE)
                .execute()
                .chain(() -> transaction.preparedQuery(WAIT_FOR_LOCK).execute(Tuple.of(LOCK)))
                .chain(() -> transaction.query(PRESENT).execute())
                .map(rows -> rows.stream().map(row -> row.getString("name")).toList())
                .chain(present -> each(transaction, statements.apply(present)));
    }

    private static Uni<Void> each(SqlConnection transaction, List<String> statements) {
        return Multi.createFrom()
                .iterable(statements)
                .onItem()
                .transformToUniAndConcatenate(statement -> transaction.query(statement).execute())
                .onItem()
                .ignoreAsUni();
    }

    private static String creation(LocalDate day) {
        return CREATE.formatted(NAME.format(day), day.toEpochDay() * 86_400, (day.toEpochDay() + 1) * 86_400);
    }

    private static String removal(String name) {
        Log.infof("results: dropping %s, whose results are older than they are kept", name);
        return DROP.formatted(name);
    }

    private static LocalDate dayOf(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}

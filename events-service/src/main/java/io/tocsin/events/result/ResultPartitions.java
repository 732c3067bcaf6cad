package io.tocsin.events.result;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tocsin.events.postgres.PartitionWork;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The partitions of the table {@code test_result}, one for each day (UTC) on which rounds began. */
@Singleton
class ResultPartitions {

    static final long LOCK = 0x746f6373696e_03L;
    private static final int DAYS_AHEAD = 2;
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'test_result_'uuuuMMdd");

    /** The oldest first. */
    private static final String PRESENT = """
            select inhrelid::regclass::text as name
              from pg_inherits
             where inhparent = 'test_result'::regclass
             order by name
            """;

    private static final String CREATE = "select make_result_partition($1, $2, $3)";
    private static final String DROP = "select drop_partition($1)";

    private final PartitionWork work;
    private final ResultsConfig config;
    private final Clock clock;

    ResultPartitions(Pool pool, ResultsConfig config, Clock clock) {
        this.work = new PartitionWork(pool, LOCK);
        this.config = config;
        this.clock = clock;
    }

    Uni<Void> makeFor(Collection<Instant> rounds) {
        var days = rounds.stream().map(ResultPartitions::dayOf).distinct().toList();
        return work.make(transaction -> present(transaction).chain(present -> make(transaction, days, present)));
    }

    Uni<Void> makeAhead() {
        var today = clock.instant();
        return makeFor(Stream.iterate(0, day -> day <= DAYS_AHEAD, day -> day + 1)
                .map(day -> dayOf(today).plusDays(day).atStartOfDay(ZoneOffset.UTC).toInstant())
                .toList());
    }

    private static Uni<Void> make(SqlConnection transaction, List<LocalDate> days, List<String> present) {
        return Multi.createFrom()
                .items(days.stream().filter(day -> !present.contains(NAME.format(day))))
                .onItem()
                .transformToUniAndConcatenate(day -> transaction.preparedQuery(CREATE).execute(creation(day)))
                .onItem()
                .ignoreAsUni();
    }

    private static Tuple creation(LocalDate day) {
        return Tuple.of(NAME.format(day), day.toEpochDay() * 86_400, (day.toEpochDay() + 1) * 86_400);
    }

    /** Those whose last round is older than results are kept. */
    Uni<Void> dropExpired() {
        return work.dropEach(transaction -> present(transaction)
                .map(this::firstExpired)
                .chain(expired -> drop(transaction, expired)));
    }

    private Optional<String> firstExpired(List<String> present) {
        var first = NAME.format(dayOf(clock.instant().minus(config.keep())));
        return present.stream().filter(name -> name.compareTo(first) < 0).findFirst();
    }

    private static Uni<Boolean> drop(SqlConnection transaction, Optional<String> expired) {
        return expired.isEmpty()
                ? Uni.createFrom().item(false)
                : transaction.preparedQuery(DROP)
                        .execute(Tuple.of(expired.get()))
                        .invoke(() -> Log.infof("results: dropped %s, whose results are older than they are kept",
                                expired.get()))
                        .replaceWith(true);
    }

    private static Uni<List<String>> present(SqlConnection transaction) {
        return transaction.query(PRESENT)
                .execute()
                .map(rows -> rows.stream().map(row -> row.getString("name")).toList());
    }

    private static LocalDate dayOf(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}

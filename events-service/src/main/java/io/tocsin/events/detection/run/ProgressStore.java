package io.tocsin.events.detection.run;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** How far the results of an organization were judged, what of them is new, and the states to go on from. */
@Singleton
class ProgressStore {

    private static final String PROGRESS = """
            select first_minute, next_minute, heard_minute
              from detection
             where organization = $1
            """;

    /** More of it next time. */
    private static final String NEWS = """
            select seq, minute
              from detection_news
             where organization = $1
             order by seq
             limit 20000
            """;

    private static final String CHECKPOINTS = "select minute, state from detection_checkpoint where organization = $1";

    private static final String ADVANCE = """
            update detection
               set first_minute = $2,
                   next_minute = $3,
                   heard_minute = $4
             where organization = $1
            """;

    private static final String FORGET = "delete from detection_news where organization = $1 and seq = any($2)";

    private static final String THIN = "delete from detection_checkpoint where organization = $1 and minute <> all($2)";

    /** A minute which was judged again has another state. */
    private static final String KEEP = """
            insert into detection_checkpoint (organization, minute, state)
            values ($1, $2, $3)
                on conflict (organization, minute) do update set state = excluded.state
            """;

    private final Pool pool;

    ProgressStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Progress> progress(String organization) {
        return pool.preparedQuery(PROGRESS)
                .execute(Tuple.of(organization))
                .map(rows -> rows.stream()
                        .map(row -> new Progress(row.getInteger(0), row.getInteger(1), row.getInteger(2)))
                        .findFirst()
                        .orElse(Progress.NONE));
    }

    Uni<News> news(String organization) {
        return pool.preparedQuery(NEWS)
                .execute(Tuple.of(organization))
                .map(rows -> new News(rows.stream().map(row -> row.getLong(0)).toList(),
                        rows.stream().map(row -> row.getInteger(1)).toList()));
    }

    Uni<SortedMap<Integer, byte[]>> checkpoints(String organization) {
        return pool.preparedQuery(CHECKPOINTS)
                .execute(Tuple.of(organization))
                .map(rows -> {
                    var states = new TreeMap<Integer, byte[]>();
                    rows.forEach(row -> states.put(row.getInteger(0), row.getBuffer(1).getBytes()));
                    return states;
                });
    }

    Uni<Void> advance(SqlConnection transaction, String organization, Progress progress) {
        return transaction.preparedQuery(ADVANCE)
                .execute(Tuple.of(organization, progress.first(), progress.next(), progress.heard()))
                .replaceWithVoid();
    }

    Uni<Void> forget(SqlConnection transaction, String organization, News news) {
        return news.seqs().isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(FORGET)
                        .execute(Tuple.tuple().addValue(organization).addValue(news.seqs().toArray(Long[]::new)))
                        .replaceWithVoid();
    }

    /** All others are forgotten. */
    Uni<Void> thinOut(SqlConnection transaction, String organization, Collection<Integer> kept) {
        return transaction.preparedQuery(THIN)
                .execute(Tuple.tuple().addValue(organization).addValue(kept.toArray(Integer[]::new)))
                .replaceWithVoid();
    }

    Uni<Void> keep(SqlConnection transaction, String organization, Map<Integer, byte[]> states) {
        return states.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(KEEP)
                        .executeBatch(states.entrySet()
                                .stream()
                                .map(state -> Tuple.of(organization, state.getKey(), Buffer.buffer(state.getValue())))
                                .toList())
                        .replaceWithVoid();
    }
}

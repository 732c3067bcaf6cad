package io.tocsin.outbox;

import static io.tocsin.test.Await.await;

import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** What tests do and see: messages go in at one end, and at the other end there is the diary. */
@Singleton
public class World {

    public static final String FIRST = "first-service";
    public static final String SECOND = "second-service";

    private final Outbox outbox;
    private final Pool pool;
    private final Diary diary;

    World(Outbox outbox, Pool pool, Diary diary) {
        this.outbox = outbox;
        this.pool = pool;
        this.diary = diary;
    }

    /** Nothing is under way, everything works. */
    public void reset() {
        Gate.open();
        diary.acceptEverything();
        diary.calls().clear();
        Stream.of("outbox", "outbox_set_aside", "inbox", "diary").forEach(table -> sql("delete from " + table));
        sql("update outbox_lane set owner = null, leased_until = '-infinity'");
    }

    public void send(String destination, String subject, Object... payloads) {
        send(Stream.of(payloads)
                .map(payload -> outbox.message(destination, Diary.TYPE, subject, payload))
                .toList());
    }

    public void send(List<OutgoingMessage> messages) {
        await(() -> pool.withTransaction(transaction -> outbox.append(transaction, messages)));
    }

    /** The payloads which took effect, in their order. */
    public List<String> diaryOf(String subject) {
        return await(() -> pool.preparedQuery("select data from diary where subject = $1 order by position")
                .execute(Tuple.of(subject))
                .map(rows -> rows.stream().map(row -> row.getString(0)).toList()));
    }

    public long count(String table) {
        return await(() -> pool.query("select count(*) from " + table)
                .execute()
                .map(rows -> rows.iterator().next().getLong(0)));
    }

    public void sql(String statement) {
        await(() -> pool.query(statement).execute());
    }
}

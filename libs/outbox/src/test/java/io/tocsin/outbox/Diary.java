package io.tocsin.outbox;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The handler of the test application: its effect is a row per message. */
@ApplicationScoped
class Diary implements MessageHandler {

    static final String TYPE = "io.tocsin.test.noted.v1";

    private final Pool pool;
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    Diary(Pool pool) {
        this.pool = pool;
    }

    @Override
    public String type() {
        return TYPE;
    }

    /** From now on this payload is poison. */
    void refuse(String data) {
        refused.add(data);
    }

    void accept() {
        refused.clear();
    }

    @Override
    public Uni<Void> handle(SqlConnection transaction, List<IncomingMessage> messages) {
        return transaction.preparedQuery("insert into diary (subject, data) values ($1, $2)")
                .executeBatch(messages.stream().map(this::row).toList())
                .replaceWithVoid();
    }

    private Tuple row(IncomingMessage message) {
        if (refused.contains(message.data())) {
            throw new MessageRejected("there is no room for " + message.data());
        }
        return Tuple.of(message.subject(), message.data());
    }

    Uni<List<String>> of(String subject) {
        return pool.preparedQuery("select data from diary where subject = $1 order by position")
                .execute(Tuple.of(subject))
                .map(rows -> rows.stream().map(row -> row.getString(0)).toList());
    }
}

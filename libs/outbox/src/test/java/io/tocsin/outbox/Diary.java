package io.tocsin.outbox;

import java.net.ConnectException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The handler of the test application: its effect is a row per message. Some payloads it will not have. */
@Singleton
public class Diary implements MessageHandler {

    public static final String TYPE = "io.tocsin.test.noted.v1";

    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final List<List<IncomingMessage>> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger commits = new AtomicInteger();

    @Override
    public String type() {
        return TYPE;
    }

    /** From now on this payload is poison. */
    public void refuse(String data) {
        refused.add(data);
    }

    public void acceptEverything() {
        refused.clear();
    }

    @Override
    public void committed() {
        commits.incrementAndGet();
    }

    public int commits() {
        return commits.get();
    }

    public List<List<IncomingMessage>> calls() {
        return calls;
    }

    @Override
    public Uni<Void> handle(SqlConnection transaction, List<IncomingMessage> messages) {
        calls.add(messages);
        return transaction.preparedQuery("insert into diary (subject, data) values ($1, $2)")
                .executeBatch(messages.stream().map(this::row).toList())
                .replaceWithVoid();
    }

    private Tuple row(IncomingMessage message) {
        if (refused.contains(message.data())) {
            throw new MessageRejected("there is no room for " + message.data());
        }
        if (message.data().equals("\"bug\"")) {
            throw new IllegalStateException("this is a bug");
        }
        if (message.data().equals("\"outage\"")) {
            throw new CompletionException(new ConnectException("the database is gone"));
        }
        return Tuple.of(message.subject(), message.data());
    }
}

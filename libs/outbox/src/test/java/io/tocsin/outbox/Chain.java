package io.tocsin.outbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** A handler whose effect is another message of its own type, until the number in it is down to nothing. */
@Singleton
class Chain implements MessageHandler {

    static final String TYPE = "io.tocsin.test.chained.v1";

    private final Outbox outbox;
    private final List<IncomingMessage> received = new CopyOnWriteArrayList<>();

    Chain(Outbox outbox) {
        this.outbox = outbox;
    }

    List<IncomingMessage> received() {
        return received;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Uni<Void> handle(SqlConnection transaction, List<IncomingMessage> messages) {
        received.addAll(messages);
        var next = messages.stream()
                .filter(message -> !message.data().equals("0"))
                .map(message -> next(message, messages.size()))
                .toList();
        return outbox.append(transaction, next);
    }

    private OutgoingMessage next(IncomingMessage message, int together) {
        var number = Integer.parseInt(message.data()) - 1;
        return together == 1
                ? outbox.message(World.FIRST, TYPE, message.subject(), number)
                : outbox.messageCausedBy(message, World.FIRST, TYPE, message.subject(), number);
    }
}

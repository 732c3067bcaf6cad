package io.tocsin.outbox;

import java.util.List;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** What a service does with one type of message. Each bean of this type is found by the inbox on its own. */
public interface MessageHandler {

    /** The message type it takes, such as {@code io.tocsin.event.recorded.v1}. */
    String type();

    /**
     * Applies messages inside the transaction which also records them as taken in: either both happen or neither. Every
     * message is new, and those of one subject come in order.
     *
     * <p>Fails with {@link MessageRejected} for what it understands and will not have. When a call with several
     * messages fails, its transaction is rolled back and the inbox calls again with fewer, until each bad one stands
     * alone and harms no other.
     *
     * <p>The trace context of a single message is current during the call. With several there is none which were right
     * for all: messages which follow from them are made with {@link Outbox#messageCausedBy}.
     */
    Uni<Void> handle(SqlConnection transaction, List<IncomingMessage> messages);

    /**
     * Called after the commit of messages which {@link #handle} applied: the moment to wake whoever goes on with their
     * effect.
     */
    default void committed() {}
}

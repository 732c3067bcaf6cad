package io.tocsin.outbox;

import java.util.List;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** What a service does with one type of message. Each bean of this type is found by the inbox on its own. */
public interface MessageHandler {

    /** The message type it takes, such as {@code io.tocsin.event.recorded.v1}. */
    String type();

    /**
     * Applies messages inside the transaction which also records them as taken in: either both happen or neither. Every message
     * is new, and those of one subject come in order.
     *
     * <p>Fails with {@link MessageRejected} for what can never succeed; any other failure is tried again. When a call with several
     * messages fails, the inbox calls again with each alone, so that one bad message harms no other.
     */
    Uni<Void> handle(SqlConnection transaction, List<IncomingMessage> messages);
}

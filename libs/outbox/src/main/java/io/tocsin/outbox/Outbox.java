package io.tocsin.outbox;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Where a service leaves messages for other services, in the transaction of the change which they tell of. */
@ApplicationScoped
public class Outbox {

    /** Makes a message with a fresh time-ordered id, the JSON of its payload and the trace context of the current request. */
    public OutgoingMessage message(String destination, String type, String subject, Object payload) {
        throw new UnsupportedOperationException();
    }

    /** Stores messages in the caller's transaction: one statement, whatever their number. */
    public Uni<Void> append(SqlConnection transaction, List<OutgoingMessage> messages) {
        throw new UnsupportedOperationException();
    }

    /** Tells this replica's relay that something was committed; without it, polling finds the message a little later. */
    public void wake() {
        throw new UnsupportedOperationException();
    }
}

package io.tocsin.audit.intake;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.audit.trail.AuditTrail;
import io.tocsin.model.message.UserEvent;
import io.tocsin.outbox.IncomingMessage;
import io.tocsin.outbox.MessageHandler;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Takes user events of all services into the trail. */
@ApplicationScoped
class UserEventIntake implements MessageHandler {

    private final AuditTrail trail;
    private final Vertx vertx;

    UserEventIntake(AuditTrail trail, Vertx vertx) {
        this.trail = trail;
        this.vertx = vertx;
    }

    @Override
    public String type() {
        return UserEvent.TYPE;
    }

    @Override
    public Uni<Void> handle(SqlConnection transaction, List<IncomingMessage> messages) {
        return vertx.executeBlocking(() -> read(messages), false)
                .chain(events -> trail.record(transaction, events));
    }

    private static List<UserEvent> read(List<IncomingMessage> messages) {
        return messages.stream().map(message -> UserEventReader.read(message.data())).toList();
    }
}

package io.tocsin.audit.intake;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.tocsin.audit.trail.AuditTrail;
import io.tocsin.model.AccountGroup;
import io.tocsin.model.User;
import io.tocsin.model.message.UserEvent;
import io.tocsin.outbox.IncomingMessage;
import io.tocsin.outbox.MessageHandler;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Takes user events of all services into the trail. */
@ApplicationScoped
@RegisterForReflection(targets = { UserEvent.class, UserEvent.Resource.class, UserEvent.Change.class, User.class,
        AccountGroup.class })
class UserEventIntake implements MessageHandler {

    private final AuditTrail trail;
    private final ObjectMapper json;

    UserEventIntake(AuditTrail trail, ObjectMapper json) {
        this.trail = trail;
        this.json = json;
    }

    @Override
    public String type() {
        return UserEvent.TYPE;
    }

    @Override
    public Uni<Void> handle(SqlConnection transaction, List<IncomingMessage> messages) {
        return Uni.createFrom()
                .item(() -> messages.stream().map(this::read).toList())
                .chain(events -> trail.record(transaction, events));
    }

    private UserEvent read(IncomingMessage message) {
        return message.payload(json, UserEvent.class, "this is no user event");
    }
}

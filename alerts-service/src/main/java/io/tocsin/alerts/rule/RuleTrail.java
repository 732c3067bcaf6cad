package io.tocsin.alerts.rule;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.tocsin.model.AccountGroup;
import io.tocsin.model.User;
import io.tocsin.model.message.UserEvent;
import io.tocsin.outbox.Outbox;
import io.tocsin.outbox.OutboxSql;
import io.tocsin.outbox.OutgoingMessage;
import io.tocsin.outbox.TimeOrderedId;

/** Tells audit-service who changed a rule, in the transaction of the change. */
@ApplicationScoped
@RegisterForReflection(targets = { UserEvent.class, UserEvent.Resource.class, User.class, AccountGroup.class })
class RuleTrail {

    static final String AUDIT = "audit-service";
    private static final String RESOURCE_TYPE = "alertRuleName";

    private final Outbox outbox;

    RuleTrail(Outbox outbox) {
        this.outbox = outbox;
    }

    Uni<Void> created(Editor editor, String rule, Instant at) {
        return append("Alert rule created.", editor, rule, at);
    }

    Uni<Void> updated(Editor editor, String rule, Instant at) {
        return append("Alert rule updated.", editor, rule, at);
    }

    Uni<Void> deleted(Editor editor, String rule, Instant at) {
        return append("Alert rule deleted.", editor, rule, at);
    }

    private Uni<Void> append(String event, Editor editor, String rule, Instant at) {
        var told = new UserEvent(TimeOrderedId.at(at), editor.organization(), editor.accountGroup(), at, event, editor.user(),
                editor.address(), List.of(new UserEvent.Resource(RESOURCE_TYPE, rule)));
        return insert(outbox.message(AUDIT, UserEvent.TYPE, editor.organization(), told));
    }

    private static Uni<Void> insert(OutgoingMessage message) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OutboxSql.INSERT_NAMED)
                        .setParameter("id", message.id())
                        .setParameter("destination", message.destination())
                        .setParameter("type", message.type())
                        .setParameter("subject", message.subject())
                        .setParameter("lane", message.lane())
                        .setParameter("data", message.data())
                        .setParameter("traceParent", message.traceParent())
                        .setParameter("createdAt", message.createdAt().atOffset(ZoneOffset.UTC))
                        .executeUpdate())
                .replaceWithVoid();
    }
}

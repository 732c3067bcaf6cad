package io.tocsin.notifier.trail;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.tocsin.model.AccountGroup;
import io.tocsin.model.Editor;
import io.tocsin.model.User;
import io.tocsin.model.message.UserEvent;
import io.tocsin.outbox.Outbox;
import io.tocsin.outbox.OutboxSql;
import io.tocsin.outbox.OutgoingMessage;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Tells audit-service who changed what, in the transaction of the change. */
@ApplicationScoped
@RegisterForReflection(targets = { UserEvent.class, UserEvent.Resource.class, UserEvent.Change.class, User.class,
        AccountGroup.class })
public class Trail {

    private static final String AUDIT = "audit-service";

    private final Outbox outbox;
    private final Clock clock;

    Trail(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param event a sentence with its full stop, such as {@code Delivery resent.} */
    public Uni<Void> append(SqlConnection transaction, Editor editor, String event, List<UserEvent.Resource> resources) {
        return append(transaction, editor, event, resources, null);
    }

    /** @param change what it was before and after, null where there is nothing to compare */
    public Uni<Void> append(SqlConnection transaction, Editor editor, String event, List<UserEvent.Resource> resources,
            UserEvent.Change change) {
        return outbox.append(transaction, List.of(message(editor, event, resources, change)));
    }

    /** The same with the session of Hibernate Reactive which makes the change. */
    public Uni<Void> appendInSession(Editor editor, String event, UserEvent.Resource resource, UserEvent.Change change) {
        var message = message(editor, event, List.of(resource), change);
        return Panache.getSession()
                .map(session -> session.createNativeQuery(OutboxSql.INSERT_NAMED))
                .invoke(insert -> OutboxSql.named(message).forEach(insert::setParameter))
                .chain(insert -> insert.executeUpdate())
                .invoke(() -> outbox.committed(AUDIT, 1))
                .replaceWithVoid();
    }

    /** Behind the commit: the message leaves at once. */
    public void wake() {
        outbox.wake(AUDIT);
    }

    private OutgoingMessage message(Editor editor, String event, List<UserEvent.Resource> resources, UserEvent.Change change) {
        var told = UserEvent.by(editor, clock.instant(), event, resources, change);
        return outbox.message(AUDIT, UserEvent.TYPE, editor.organization(), told);
    }
}

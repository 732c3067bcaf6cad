package io.tocsin.events.trail;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.tocsin.model.AccountGroup;
import io.tocsin.model.Editor;
import io.tocsin.model.User;
import io.tocsin.model.message.UserEvent;
import io.tocsin.outbox.Outbox;
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

    /** @param event a sentence with its full stop, such as {@code Comment updated.} */
    public Uni<Void> append(SqlConnection transaction, Editor editor, String event, List<UserEvent.Resource> resources,
            UserEvent.Change change) {
        var told = UserEvent.by(editor, clock.instant(), event, resources, change);
        return outbox.append(transaction, List.of(outbox.message(AUDIT, UserEvent.TYPE, editor.organization(), told)));
    }

    /** Behind the commit: the message leaves at once. */
    public void committed() {
        outbox.wake(AUDIT);
    }
}

package io.tocsin.outbox;

import java.util.List;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.DefaultBean;
import io.tocsin.model.message.UserEvent;
import io.tocsin.model.message.UserEventLog;
import io.vertx.mutiny.sqlclient.Pool;

/** Of every service but audit-service, which has a log of its own. */
@ApplicationScoped
@DefaultBean
class UserEventsByOutbox implements UserEventLog {

    private static final String AUDIT = "audit-service";

    private final Pool pool;
    private final Outbox outbox;

    UserEventsByOutbox(Pool pool, Outbox outbox) {
        this.pool = pool;
        this.outbox = outbox;
    }

    @Override
    public CompletionStage<Void> record(UserEvent event) {
        var message = outbox.message(AUDIT, UserEvent.TYPE, event.organization(), event);
        return pool.withTransaction(transaction -> outbox.append(transaction, List.of(message)))
                .invoke(() -> outbox.wake(AUDIT))
                .subscribeAsCompletionStage();
    }
}

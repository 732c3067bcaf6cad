package io.tocsin.audit.intake;

import java.util.List;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import io.tocsin.audit.trail.AuditTrail;
import io.tocsin.model.message.UserEvent;
import io.tocsin.model.message.UserEventLog;
import io.vertx.mutiny.sqlclient.Pool;

/** What this service has to record itself. */
@ApplicationScoped
class OwnUserEvents implements UserEventLog {

    private final Pool pool;
    private final AuditTrail trail;

    OwnUserEvents(Pool pool, AuditTrail trail) {
        this.pool = pool;
        this.trail = trail;
    }

    @Override
    public CompletionStage<Void> record(UserEvent event) {
        return pool.withTransaction(transaction -> trail.record(transaction, List.of(event)))
                .subscribeAsCompletionStage();
    }
}

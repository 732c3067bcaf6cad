package io.tocsin.audit.trail;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.tocsin.model.message.UserEvent;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** The record of who did what. It grows, and nothing in it ever changes. */
@ApplicationScoped
public class AuditTrail {

    private final UserEventStore store;
    private final Counter recorded;

    AuditTrail(UserEventStore store, MeterRegistry meters) {
        this.store = store;
        this.recorded = Counter.builder("tocsin.audit.user.events.recorded")
                .description("User events taken into the log; each counts once, however often it was sent.")
                .register(meters);
    }

    /** Adds events in the caller's transaction; one that is there already stays as it is. */
    public Uni<Void> record(SqlConnection transaction, List<UserEvent> events) {
        return store.insertOnce(transaction, events)
                .invoke(count -> recorded.increment(count))
                .replaceWithVoid();
    }

    /** One page, newest first. */
    public Uni<ActivityPage> page(ActivityQuery query) {
        return store.find(query)
                .map(events -> ActivityPage.of(events, query));
    }
}

package io.tocsin.events.record;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.events.postgres.PostgresFailure;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Records events of the service's own in the transaction of what they tell of. */
@ApplicationScoped
public class OwnEvents {

    private final EventStore store;
    private final EventRows rows;
    private final IngestMetrics metrics;

    OwnEvents(EventStore store, EventRows rows, IngestMetrics metrics) {
        this.store = store;
        this.rows = rows;
        this.metrics = metrics;
    }

    /**
     * In the order of the list, under ids which rise in it. When it fails the transaction is lost; there is a partition for another
     * attempt then, if that was what was missing.
     */
    public Uni<Void> record(SqlConnection transaction, List<OwnEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var fresh = events.stream().map(this::row).toList();
        return store.insert(transaction, fresh)
                .onFailure(failure -> PostgresFailure.of(failure) == PostgresFailure.NO_PARTITION)
                .call(() -> store.makePartitions(fresh));
    }

    private EventRow row(OwnEvent event) {
        var row = rows.fresh(event.scope(), List.of(event.content())).get(0);
        return event.announced() ? row : row.untold();
    }

    /** The transaction was committed. */
    public void committed(List<OwnEvent> events) {
        if (!events.isEmpty()) {
            metrics.recordedAtOnce(events.size());
            store.committed((int) events.stream().filter(OwnEvent::announced).count());
        }
    }
}

package io.tocsin.notifier.suppression;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.Editor;
import io.tocsin.model.message.UserEvent;
import io.tocsin.notifier.trail.Trail;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Keeps the addresses which get no mail, and tells the audit log of each change in the same transaction. */
@ApplicationScoped
public class SuppressionList {

    private static final String RESOURCE_TYPE = "notificationSuppression";

    private final SuppressionStore store;
    private final Trail trail;
    private final Pool pool;

    SuppressionList(SuppressionStore store, Trail trail, Pool pool) {
        this.store = store;
        this.trail = trail;
        this.pool = pool;
    }

    /** Puts the address on the list of the editor's organization, once however often it is called. */
    public Uni<Added> add(Editor editor, SuppressedAddress what) {
        return pool.withTransaction(transaction -> add(transaction, editor, what))
                .invoke(trail::wake);
    }

    /** The same as part of a transaction; behind its commit, {@link Trail#wake} is to be called. */
    public Uni<Added> add(SqlConnection transaction, Editor editor, SuppressedAddress what) {
        return store.put(transaction, editor, what)
                .call(put -> put.isNew()
                        ? tell(transaction, editor, "Address put on the suppression list.", put.entry(),
                                new UserEvent.Change(null, put.entry().what().members()))
                        : Uni.createFrom().voidItem());
    }

    /** Takes an entry off the list. Empty when there is none, else the entry as it was. */
    public Uni<Optional<Suppression>> lift(Editor editor, UUID id) {
        return pool.withTransaction(transaction -> lift(transaction, editor, id))
                .invoke(trail::wake);
    }

    public Uni<Optional<Suppression>> find(String organization, UUID id) {
        return store.find(organization, id);
    }

    /** Newest first, from behind this entry on. */
    public Uni<List<Suppression>> list(SuppressionFilter filter, Instant createdBefore, UUID idBefore, int limit) {
        return store.list(filter, createdBefore, idBefore, limit);
    }

    private Uni<Optional<Suppression>> lift(SqlConnection transaction, Editor editor, UUID id) {
        return store.delete(transaction, editor.organization(), id)
                .call(lifted -> lifted.isPresent()
                        ? tell(transaction, editor, "Address taken off the suppression list.", lifted.get(),
                                new UserEvent.Change(lifted.get().what().members(), null))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> tell(SqlConnection transaction, Editor editor, String event, Suppression entry,
            UserEvent.Change change) {
        return trail.append(transaction, editor, event,
                List.of(new UserEvent.Resource(RESOURCE_TYPE, entry.what().display())), change);
    }
}

package io.tocsin.events.entity;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.tocsin.events.trail.Trail;
import io.tocsin.model.Editor;
import io.tocsin.model.message.UserEvent;
import io.vertx.mutiny.sqlclient.Pool;

/** Changes tags, and tells the audit log in the same transaction. */
@Singleton
class Tagging {

    private final Pool pool;
    private final EntityStore store;
    private final Trail trail;

    Tagging(Pool pool, EntityStore store, Trail trail) {
        this.pool = pool;
        this.store = store;
        this.trail = trail;
    }

    Uni<Void> retag(Editor editor, Retagging retagging) {
        return pool.withTransaction(transaction -> store
                .retag(transaction, editor.scope(), retagging.entities(), retagging.removed(), retagging.added())
                .chain(() -> trail.append(transaction, editor, retagging.sentence(), resources(retagging), change(retagging))))
                .invoke(trail::committed);
    }

    private static List<UserEvent.Resource> resources(Retagging retagging) {
        return retagging.entities().stream().map(id -> new UserEvent.Resource("entityId", id)).toList();
    }

    /** A tag which is given replaces what is the same: only what goes is of before. */
    private static UserEvent.Change change(Retagging retagging) {
        return retagging.added().isEmpty()
                ? new UserEvent.Change(Map.of("tags", retagging.removed()), Map.of("tags", List.of()))
                : new UserEvent.Change(null, Map.of("tags", retagging.added()));
    }
}

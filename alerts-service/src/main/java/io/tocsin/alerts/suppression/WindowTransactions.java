package io.tocsin.alerts.suppression;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.trail.Trail;
import io.tocsin.database.StoredJson;
import io.tocsin.model.Editor;
import io.tocsin.model.Scope;
import io.tocsin.model.message.UserEvent;

/** One transaction for each thing that {@link SuppressionBook} does. */
@ApplicationScoped
class WindowTransactions {

    private static final String RESOURCE_TYPE = "alertSuppressionWindowName";

    private final WindowStore store;
    private final StoredJson json;
    private final Trail trail;
    private final Clock clock;

    WindowTransactions(WindowStore store, StoredJson json, Trail trail, Clock clock) {
        this.store = store;
        this.json = json;
        this.trail = trail;
        this.clock = clock;
    }

    @WithSession
    Uni<List<SuppressionWindow>> list(Scope scope) {
        return store.all(scope)
                .map(entities -> entities.stream().map(this::read).toList());
    }

    @WithSession
    Uni<Optional<SuppressionWindow>> find(Scope scope, long id) {
        return store.one(scope, id)
                .map(entity -> Optional.ofNullable(entity).map(this::read));
    }

    @WithTransaction
    Uni<SuppressionWindow> create(Editor editor, WindowSettings settings) {
        var entity = new WindowEntity();
        entity.organization = editor.scope().organization();
        entity.accountGroup = editor.scope().accountGroup();
        entity.createdAt = write(entity, settings);
        return store.persistAndFlush(entity)
                .call(made -> tell("created", editor, made, null, made.settings))
                .map(this::read);
    }

    @WithTransaction
    Uni<Optional<SuppressionWindow>> replace(Editor editor, long id, WindowSettings settings) {
        return store.one(editor.scope(), id)
                .call(entity -> entity == null ? nothing() : replace(editor, entity, settings))
                .map(entity -> Optional.ofNullable(entity).map(this::read));
    }

    private Uni<Void> replace(Editor editor, WindowEntity entity, WindowSettings settings) {
        var before = entity.settings;
        write(entity, settings);
        return tell("updated", editor, entity, before, entity.settings);
    }

    @WithTransaction
    Uni<Optional<SuppressionWindow>> delete(Editor editor, long id) {
        return store.one(editor.scope(), id)
                .call(entity -> entity == null ? nothing() : store.delete(entity))
                .call(entity -> entity == null ? nothing() : tell("deleted", editor, entity, entity.settings, null))
                .map(entity -> Optional.ofNullable(entity).map(this::read));
    }

    private Instant write(WindowEntity entity, WindowSettings settings) {
        entity.settings = json.write(settings);
        entity.updatedAt = clock.instant();
        return entity.updatedAt;
    }

    private Uni<Void> tell(String what, Editor editor, WindowEntity entity, String before, String after) {
        return trail.append("Alert suppression window " + what + ".", editor,
                new UserEvent.Resource(RESOURCE_TYPE, json.read(entity.settings, WindowSettings.class).name()), before, after,
                clock.instant());
    }

    private SuppressionWindow read(WindowEntity entity) {
        return new SuppressionWindow(entity.id, json.read(entity.settings, WindowSettings.class));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}

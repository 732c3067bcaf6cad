package io.tocsin.events.entity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.events.entity.EntityFilter.WithIds;
import io.tocsin.events.postgres.DatabaseUnavailable;
import io.tocsin.events.postgres.PostgresFailure;
import io.tocsin.model.Editor;
import io.tocsin.model.Entity;
import io.tocsin.model.Scope;

/** Every entity that an event ever named. Fails with {@link DatabaseUnavailable} when nobody can look. */
@ApplicationScoped
public class EntityBook {

    private final EntityStore store;
    private final Sightings sightings;
    private final EntityConfig config;
    private final Clock clock;
    private final Tagging tagging;

    EntityBook(EntityStore store, Sightings sightings, EntityConfig config, Clock clock, Tagging tagging) {
        this.tagging = tagging;
        this.store = store;
        this.sightings = sightings;
        this.config = config;
        this.clock = clock;
    }

    /**
     * What is known of these, in their order; an entity which nobody knew is known from now on. Each may stand there once. They are
     * read first, since mostly there is nothing to write, and even an upsert which changes nothing locks its rows.
     */
    public Uni<List<KnownEntity>> refer(Scope scope, List<Entity> entities) {
        var now = clock.instant();
        return inTime(known(scope, entities)
                .chain(known -> completed(scope, entities, known, now)))
                .map(known -> inOrder(entities, known, now));
    }

    private Uni<List<KnownEntity>> known(Scope scope, List<Entity> entities) {
        var ids = entities.stream().map(Entity::id).collect(Collectors.toSet());
        return store.select(scope, new WithIds(ids), entities.size());
    }

    private Uni<List<KnownEntity>> completed(Scope scope, List<Entity> entities, List<KnownEntity> known, Instant now) {
        var byId = byId(known);
        var news = entities.stream()
                .filter(entity -> KnownEntity.isNews(byId.get(entity.id()), entity, now))
                .map(entity -> new Sighting(scope, entity, now))
                .toList();
        return news.isEmpty()
                ? Uni.createFrom().item(known)
                : store.see(news).chain(() -> known(scope, entities));
    }

    /**
     * An event was about something by this name. That is written down soon, together with others, so that whoever recorded the event
     * need not wait; what is lost on the way, the next event about it brings again.
     *
     * @param entity which entity has a name; asked only now and then
     */
    public void noticed(Scope scope, String name, Function<String, Entity> entity) {
        sightings.add(scope, name, entity);
    }

    /** By id, at most so many. */
    public Uni<List<KnownEntity>> select(Scope scope, EntityFilter filter, int limit) {
        return inTime(store.select(scope, filter, limit));
    }

    /** Takes tags from entities, then gives them others. */
    public Uni<Void> retag(Editor editor, Retagging retagging) {
        return retagging.entities().isEmpty()
                ? Uni.createFrom().voidItem()
                : inTime(tagging.retag(editor, retagging));
    }

    private static List<KnownEntity> inOrder(List<Entity> entities, List<KnownEntity> known, Instant now) {
        var byId = byId(known);
        return entities.stream()
                .map(entity -> byId.getOrDefault(entity.id(), new KnownEntity(entity, List.of(), now, now)))
                .toList();
    }

    private static Map<String, KnownEntity> byId(List<KnownEntity> known) {
        return known.stream().collect(Collectors.toMap(one -> one.entity().id(), Function.identity()));
    }

    private <T> Uni<T> inTime(Uni<T> answer) {
        return answer.ifNoItem()
                .after(config.patience())
                .fail()
                .onFailure(failure -> PostgresFailure.of(failure) == PostgresFailure.OUTAGE)
                .transform(DatabaseUnavailable::new);
    }
}

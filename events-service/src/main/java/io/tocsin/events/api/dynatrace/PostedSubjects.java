package io.tocsin.events.api.dynatrace;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.tocsin.dialects.dynatrace.AttachRules;
import io.tocsin.dialects.dynatrace.AttachRules.TagRule;
import io.tocsin.dialects.dynatrace.DynatraceEntities;
import io.tocsin.dialects.dynatrace.DynatraceRejected;
import io.tocsin.dialects.dynatrace.DynatraceTag;
import io.tocsin.dialects.dynatrace.SelectorCriterion;
import io.tocsin.events.entity.EntityBook;
import io.tocsin.events.entity.EntityFilter;
import io.tocsin.events.entity.EntityFilter.All;
import io.tocsin.events.entity.EntityFilter.Any;
import io.tocsin.events.entity.EntityFilter.OfTypes;
import io.tocsin.events.entity.EntityFilter.SeenSince;
import io.tocsin.events.entity.EntityFilter.Tagged;
import io.tocsin.events.entity.KnownEntity;
import io.tocsin.http.limits.CurrentCall;
import io.tocsin.model.Entity;
import io.tocsin.model.Scope;

/** The entities which a posted event is about. Those that are named by id come into being by that. */
@Singleton
class PostedSubjects {

    /** Tag rules look at entities which were seen so recently. */
    private static final Duration RECENT = Duration.ofHours(24);

    private final EntityBook entities;
    private final DynatraceConfig config;
    private final Clock clock;
    private final CurrentCall call;

    PostedSubjects(EntityBook entities, DynatraceConfig config, Clock clock, CurrentCall call) {
        this.entities = entities;
        this.config = config;
        this.clock = clock;
        this.call = call;
    }

    /** At least one. Fails with {@link DynatraceRejected} when the rules match nothing, or more than one call may. */
    Uni<List<KnownEntity>> of(Scope scope, AttachRules rules) {
        var named = named(rules.entityIds() == null ? List.of() : rules.entityIds());
        return refer(scope, named)
                .chain(known -> tagged(scope, rules).map(tagged -> together(known, tagged)))
                .invoke(found -> checkNumber(found, rules));
    }

    private void checkNumber(List<KnownEntity> found, AttachRules rules) {
        if (found.isEmpty()) {
            throw rules.matchNothing();
        }
        if (found.size() > config.entitiesPerPost()) {
            throw DynatraceRejected.body("attachRules", tooMany());
        }
        call.countAlso(found.size() - 1L);
    }

    /** At least one; the environment when nothing was selected. Fails with {@link DynatraceRejected}. */
    Uni<List<KnownEntity>> of(Scope scope, List<SelectorCriterion> selector) {
        if (selector.isEmpty()) {
            return entities.refer(scope, List.of(DynatraceEntities.environment(scope)));
        }
        var filter = EntitySelectors.filter(selector, clock.instant());
        var named = named(EntitySelectors.ids(selector));
        return refer(scope, named)
                .chain(known -> selector.size() == 1 && !named.isEmpty()
                        ? Uni.createFrom().item(known)
                        : entities.select(scope, filter, config.entitiesPerPost() + 1))
                .invoke(found -> checkNumber(found, selector.get(0).place()));
    }

    private void checkNumber(List<KnownEntity> found, SelectorCriterion.Place selector) {
        if (found.isEmpty()) {
            throw selector.rejected("matches no entity which this environment knows.");
        }
        if (found.size() > config.entitiesPerPost()) {
            throw selector.rejected(tooMany());
        }
        call.countAlso(found.size() - 1L);
    }

    private String tooMany() {
        return "matches more than " + config.entitiesPerPost() + " entities; select fewer of them.";
    }

    private Uni<List<KnownEntity>> refer(Scope scope, List<Entity> named) {
        return named.isEmpty() ? Uni.createFrom().item(List.of()) : entities.refer(scope, named);
    }

    /** What is no id of an entity matches nothing. */
    private static List<Entity> named(Iterable<String> ids) {
        var named = new LinkedHashMap<String, Entity>();
        for (var id : ids) {
            DynatraceEntities.typeOf(id).ifPresent(type -> named.put(id, new Entity(id, null, type)));
        }
        return new ArrayList<>(named.values());
    }

    private Uni<List<KnownEntity>> tagged(Scope scope, AttachRules rules) {
        if (rules.tagRules() == null || rules.tagRules().isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var anyRule = new Any(rules.tagRules().stream().map(PostedSubjects::filter).toList());
        var recent = new SeenSince(clock.instant().minus(RECENT));
        return entities.select(scope, new All(List.of(recent, anyRule)), config.entitiesPerPost() + 1);
    }

    private static EntityFilter filter(TagRule rule) {
        var conditions = new ArrayList<EntityFilter>();
        conditions.add(new OfTypes(Set.copyOf(rule.meTypes())));
        rule.tags().forEach(tag -> conditions.add(tagged(tag)));
        return new All(conditions);
    }

    static Tagged tagged(DynatraceTag tag) {
        return new Tagged(tag.stored(), tag.value() == null);
    }

    private static List<KnownEntity> together(List<KnownEntity> named, List<KnownEntity> tagged) {
        var seen = new LinkedHashSet<String>();
        return Stream.concat(named.stream(), tagged.stream())
                .filter(entity -> seen.add(entity.entity().id()))
                .toList();
    }
}

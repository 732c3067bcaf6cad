package io.tocsin.events.api.dynatrace;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.tocsin.dialects.dynatrace.DynatraceEntities;
import io.tocsin.dialects.dynatrace.DynatraceRejected;
import io.tocsin.dialects.dynatrace.ParameterLocation;
import io.tocsin.dialects.dynatrace.SelectorCriterion;
import io.tocsin.dialects.dynatrace.SelectorReader;
import io.tocsin.events.entity.EntityBook;
import io.tocsin.events.entity.EntityFilter.WithIds;
import io.tocsin.events.entity.KnownEntity;
import io.tocsin.events.search.EventSelection;
import io.tocsin.events.search.Subjects;
import io.tocsin.model.Scope;

/**
 * The entities whose events somebody wants to read. A host stands for the events which only name it, and the environment for those
 * which name nothing: so events of other dialects are found by the entity that they are shown with.
 */
@Singleton
class SoughtSubjects {

    private static final String SELECTOR = "entitySelector";

    private final EntityBook entities;
    private final DynatraceConfig config;
    private final Clock clock;

    SoughtSubjects(EntityBook entities, DynatraceConfig config, Clock clock) {
        this.entities = entities;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Narrows a selection to the entities which are named and selected. Fails with {@link DynatraceRejected}.
     *
     * @param ids null for any
     * @param selector null for none
     */
    Uni<EventSelection> narrow(Scope scope, EventSelection selection, Set<String> ids, String selector) {
        if (selector != null) {
            return selected(scope, SelectorReader.read(SELECTOR, ParameterLocation.QUERY, selector))
                    .map(found -> selection.about(subjects(scope, both(ids, found), found)));
        }
        return ids == null
                ? Uni.createFrom().item(selection)
                : entities.select(scope, new WithIds(ids), ids.size())
                        .map(known -> selection.about(subjects(scope, ids, known)));
    }

    private Uni<List<KnownEntity>> selected(Scope scope, List<SelectorCriterion> selector) {
        var filter = EntitySelectors.filter(selector, clock.instant());
        return entities.refer(scope, List.of(DynatraceEntities.environment(scope)))
                .chain(() -> entities.select(scope, filter, config.entitiesPerSelector() + 1))
                .invoke(this::checkNumber);
    }

    private void checkNumber(List<KnownEntity> found) {
        if (found.size() > config.entitiesPerSelector()) {
            throw DynatraceRejected.query(SELECTOR, "matches more than " + config.entitiesPerSelector()
                    + " entities; select fewer of them.");
        }
    }

    private static Set<String> both(Set<String> ids, List<KnownEntity> found) {
        var both = found.stream().map(one -> one.entity().id()).collect(Collectors.toSet());
        if (ids != null) {
            both.retainAll(ids);
        }
        return both;
    }

    private static Subjects subjects(Scope scope, Set<String> ids, List<KnownEntity> known) {
        var hosts = known.stream()
                .map(KnownEntity::entity)
                .filter(entity -> ids.contains(entity.id()) && entity.name() != null)
                .filter(entity -> DynatraceEntities.host(entity.name()).id().equals(entity.id()))
                .map(entity -> DynatraceEntities.hostKey(entity.name()))
                .collect(Collectors.toSet());
        return new Subjects(ids, hosts, ids.contains(DynatraceEntities.environment(scope).id()));
    }
}

package io.tocsin.events.api.dynatrace;

import java.time.Clock;
import java.util.List;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.tocsin.dialects.dynatrace.DynatraceRejected;
import io.tocsin.dialects.dynatrace.DynatraceTag;
import io.tocsin.dialects.dynatrace.DynatraceTagList;
import io.tocsin.dialects.dynatrace.DynatraceTagReceipt;
import io.tocsin.dialects.dynatrace.ParameterLocation;
import io.tocsin.dialects.dynatrace.SelectorCriterion;
import io.tocsin.dialects.dynatrace.SelectorReader;
import io.tocsin.events.entity.EntityBook;
import io.tocsin.events.entity.KnownEntity;
import io.tocsin.events.entity.Retagging;
import io.tocsin.model.Editor;
import io.tocsin.model.Scope;

/** Gives tags to entities and takes them away, so that tag rules and selectors have something to find. */
@Singleton
class EntityTags {

    private static final String SELECTOR = "entitySelector";

    private final PostedSubjects subjects;
    private final EntityBook entities;
    private final DynatraceConfig config;
    private final Clock clock;

    EntityTags(PostedSubjects subjects, EntityBook entities, DynatraceConfig config, Clock clock) {
        this.subjects = subjects;
        this.entities = entities;
        this.config = config;
        this.clock = clock;
    }

    Uni<DynatraceTagList> list(Scope scope, String selector) {
        return entities.select(scope, EntitySelectors.filter(criteria(selector), clock.instant()), config.entitiesPerSelector())
                .map(found -> DynatraceTagList.of(found.stream().flatMap(entity -> entity.tags().stream()).toList()));
    }

    /** A tag replaces the entity's other values of its key only where they are the same: keys may have many values. */
    Uni<DynatraceTagReceipt> add(Editor editor, String selector, List<DynatraceTag> tags) {
        var stored = tags.stream().map(DynatraceTag::stored).distinct().toList();
        return subjects.of(editor.scope(), criteria(selector))
                .call(found -> entities.retag(editor, new Retagging(ids(found), stored, stored)))
                .map(found -> DynatraceTagReceipt.applied(found.size(), tags));
    }

    /** @param allValues whether every tag with the key goes, whatever its value */
    Uni<DynatraceTagReceipt> remove(Editor editor, String selector, DynatraceTag tag, boolean allValues) {
        return subjects.of(editor.scope(), criteria(selector))
                .call(found -> entities.retag(editor, new Retagging(ids(found), removed(found, tag, allValues), List.of())))
                .map(found -> DynatraceTagReceipt.removed(found.size()));
    }

    private static List<String> removed(List<KnownEntity> found, DynatraceTag tag, boolean allValues) {
        return allValues
                ? found.stream()
                        .flatMap(entity -> entity.tags().stream())
                        .filter(stored -> DynatraceTag.parse(stored).key().equals(tag.key()))
                        .distinct()
                        .toList()
                : List.of(tag.stored());
    }

    private static List<String> ids(List<KnownEntity> found) {
        return found.stream().map(entity -> entity.entity().id()).toList();
    }

    private static List<SelectorCriterion> criteria(String selector) {
        var criteria = SelectorReader.read(SELECTOR, ParameterLocation.QUERY, selector);
        if (criteria.isEmpty()) {
            throw DynatraceRejected.query(SELECTOR, "must not be null or empty.");
        }
        return criteria;
    }
}

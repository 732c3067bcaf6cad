package io.tocsin.events.api.dynatrace;

import java.util.Optional;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.tocsin.dialects.dynatrace.DynatraceIds;
import io.tocsin.dialects.dynatrace.DynatraceRejected;
import io.tocsin.events.search.EventSearch;
import io.tocsin.model.Event;
import io.tocsin.model.Scope;

/** Single events by the ids of this dialect. */
@Singleton
class FoundEvents {

    private final EventSearch search;

    FoundEvents(EventSearch search) {
        this.search = search;
    }

    /** Fails with {@link DynatraceRejected} when there is none, or its start is another one than the id says. */
    Uni<Event> event(Scope scope, String id) {
        return DynatraceIds.parse(id)
                .map(number -> search.find(scope, number))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .map(event -> event
                        .filter(one -> DynatraceIds.names(id, one))
                        .orElseThrow(() -> DynatraceIds.noSuchEvent(id)));
    }
}

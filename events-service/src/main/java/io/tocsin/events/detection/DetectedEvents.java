package io.tocsin.events.detection;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.Scope;

/** The events which were detected, as an account group may see them: those which touch it. */
@ApplicationScoped
public class DetectedEvents {

    private final FoundEventQueries queries;

    DetectedEvents(FoundEventQueries queries) {
        this.queries = queries;
    }

    /**
     * The latest start first, then by id.
     *
     * @param after where the list goes on; empty for its beginning
     */
    public Uni<List<FoundEvent>> list(FoundQuery query, Optional<FoundPlace> after, int limit) {
        return queries.list(query, after, limit);
    }

    /** Also one which was merged or withdrawn meanwhile; empty when it does not touch the account group. */
    public Uni<Optional<FoundDetail>> find(Scope scope, UUID id) {
        return queries.find(scope, id)
                .chain(found -> found.map(event -> detail(scope, event))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /** Empty when it has ceased to touch the account group since it was found. */
    private Uni<Optional<FoundDetail>> detail(Scope scope, FoundEvent event) {
        return queries.flows(scope, event.id())
                .chain(flows -> queries.evidence(scope, event.id())
                        .map(evidence -> evidence.map(report -> new FoundDetail(event, flows, report))));
    }
}

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
    public Uni<Optional<FoundEvent>> find(Scope scope, UUID id) {
        return queries.find(scope, id);
    }

    /** All that the event touches in the account group, by test, agent and target. */
    public Uni<List<FoundFlow>> flows(Scope scope, UUID id) {
        return queries.flows(scope, id);
    }

    /** Empty when the event does not touch the account group. */
    public Uni<Optional<EvidenceReport>> evidence(Scope scope, UUID id) {
        return queries.evidence(scope, id);
    }
}

package io.tocsin.notifier.search;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.Scope;

/** Finds deliveries and their attempts. */
@ApplicationScoped
public class DeliverySearch {

    private final SearchStore store;

    DeliverySearch(SearchStore store) {
        this.store = store;
    }

    /** Newest first, from after the place on, each with its last attempt. */
    public Uni<List<DeliveryRecord>> list(DeliveryFilter filter, Place after, int limit) {
        return store.list(filter, after, limit);
    }

    /** With all attempts, oldest first. */
    public Uni<Optional<DeliveryRecord>> find(Scope scope, UUID id) {
        return store.find(scope, id)
                .chain(found -> found.map(this::withAttempts).orElseGet(() -> Uni.createFrom().item(found)));
    }

    private Uni<Optional<DeliveryRecord>> withAttempts(DeliveryRecord delivery) {
        return store.attempts(delivery.id()).map(attempts -> Optional.of(delivery.with(attempts)));
    }
}

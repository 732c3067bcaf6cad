package io.tocsin.notifier.search;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tocsin.model.Scope;

/** Finds deliveries and their attempts. */
@ApplicationScoped
public class DeliverySearch {

    private static final int PAGE = 200;

    private final SearchStore store;

    DeliverySearch(SearchStore store) {
        this.store = store;
    }

    /** Newest first, from after the place on, each with its last attempt. */
    public Uni<List<DeliveryRecord>> list(DeliveryFilter filter, Place after, int limit) {
        return store.list(filter, after, limit);
    }

    /** The same one after the other, however many there are; they are looked up as fast as they are taken. */
    public Multi<DeliveryRecord> stream(DeliveryFilter filter, Place after) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new AtomicReference<>(after), place -> next(filter, place))
                .until(List::isEmpty)
                .onItem()
                .disjoint();
    }

    private Uni<List<DeliveryRecord>> next(DeliveryFilter filter, AtomicReference<Place> place) {
        return store.list(filter, place.get(), PAGE)
                .invoke(found -> found.stream().reduce((one, other) -> other).map(Place::of).ifPresent(place::set));
    }

    /** With all attempts and reports, oldest first. */
    public Uni<Optional<DeliveryRecord>> find(Scope scope, UUID id) {
        return store.find(scope, id)
                .chain(found -> found.map(this::withAttempts).orElseGet(() -> Uni.createFrom().item(found)));
    }

    private Uni<Optional<DeliveryRecord>> withAttempts(DeliveryRecord delivery) {
        return store.attempts(delivery.id())
                .chain(attempts -> store.reports(delivery.id()).map(reports -> Optional.of(delivery.with(attempts, reports))));
    }
}

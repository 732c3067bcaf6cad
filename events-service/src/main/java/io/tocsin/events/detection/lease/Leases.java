package io.tocsin.events.detection.lease;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.tocsin.events.detection.lease.LeaseStore.Claimant;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * The organizations which this replica judges. Whoever holds one keeps saying so; when nothing is heard for the time of a lease, another
 * replica takes over.
 */
@Singleton
public class Leases {

    private static final Duration GOODBYE = Duration.ofSeconds(5);

    private final LeaseStore store;
    private final LeaseConfig config;
    private final UUID holder = UUID.randomUUID();
    private volatile Set<Lease> held = Set.of();

    public Leases(LeaseStore store, LeaseConfig config) {
        this.store = store;
        this.config = config;
    }

    /** Says that this replica lives, and takes what nobody holds. */
    public Uni<Void> keep() {
        return store.renew(List.copyOf(held), config.leaseTime())
                .invoke(this::kept)
                .chain(() -> store.register(config.enabled(), exceptions()))
                .chain(() -> store.claim(new Claimant(holder, config.leaseTime(), config.enabled(), exceptions()), config
                        .claims()))
                .invoke(this::won)
                .replaceWithVoid();
    }

    /** Those which are not as {@code enabled} says. */
    private Set<String> exceptions() {
        return config.organizations()
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().enabled() != config.enabled())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void kept(List<Lease> renewed) {
        held.stream()
                .filter(lease -> !renewed.contains(lease))
                .forEach(lease -> Log.warnf(
                        "detection: organization %s is judged by another replica now: this one was not heard of "
                                + "for %s", lease.organization(), config.leaseTime()));
        var on = exceptions();
        held = renewed.stream()
                .filter(lease -> on.contains(lease.organization()) != config.enabled())
                .collect(Collectors.toUnmodifiableSet());
    }

    private void won(List<Lease> claimed) {
        claimed.forEach(lease -> Log.infof("detection: this replica judges organization %s now: fence=%d", lease.organization(),
                lease.fence()));
        var all = new HashSet<>(held);
        all.addAll(claimed);
        held = Set.copyOf(all);
    }

    /** In the order of their names. */
    public List<Lease> held() {
        var all = new ArrayList<>(held);
        all.sort(Comparator.comparing(Lease::organization));
        return all;
    }

    /** Fails with {@link LeaseLost} unless nobody else took it since; until the transaction ends nobody can. */
    public Uni<Void> require(SqlConnection transaction, Lease lease) {
        return store.holds(transaction, lease)
                .invoke(holds -> {
                    if (!holds) {
                        throw new LeaseLost(lease);
                    }
                })
                .replaceWithVoid();
    }

    /** Gives it back, so that others need not wait. */
    public Uni<Void> release(Lease lease) {
        drop(lease);
        return store.release(List.of(lease));
    }

    /** It is known that another replica has it. */
    public void drop(Lease lease) {
        held = held.stream().filter(other -> !other.equals(lease)).collect(Collectors.toUnmodifiableSet());
    }

    @PreDestroy
    void goodbye() {
        var last = List.copyOf(held);
        held = Set.of();
        store.release(last)
                .ifNoItem()
                .after(GOODBYE)
                .fail()
                .subscribe()
                .with(done -> {},
                        failure -> Log.debugf("detection: leases were not given back, and end by themselves: cause=%s",
                                failure));
    }
}

package io.tocsin.events.detection.run;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import jakarta.inject.Singleton;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tocsin.events.detection.lease.Lease;
import io.tocsin.events.detection.lease.LeaseLost;
import io.tocsin.events.detection.lease.Leases;

/** Keeps this replica's leases, and brings one of its organizations after the other up to date. */
@Singleton
class DetectionDuty {

    private final Leases leases;
    private final Turn turn;
    private final DetectionMeters meters;
    private final Map<Lease, Desk> desks = new ConcurrentHashMap<>();

    DetectionDuty(Leases leases, Turn turn, DetectionMeters meters) {
        this.leases = leases;
        this.turn = turn;
        this.meters = meters;
    }

    @Scheduled(every = "{tocsin.detection.poll}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> keepLeases() {
        return leases.keep()
                .onFailure()
                .invoke(failure -> Log.warnf("detection: leases cannot be kept, trying again: cause=%s", failure))
                .onFailure()
                .recoverWithNull();
    }

    @Scheduled(every = "{tocsin.detection.poll}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> judge() {
        return turns();
    }

    /** One turn for each organization. */
    Uni<Void> turns() {
        desks.keySet().removeIf(Predicate.not(leases.held()::contains));
        meters.saw(desks.values(), turn.target());
        return Multi.createFrom()
                .iterable(leases.held())
                .onItem()
                .transformToUniAndConcatenate(this::turn)
                .onItem()
                .ignoreAsUni()
                .invoke(() -> meters.saw(desks.values(), turn.target()));
    }

    private Uni<Void> turn(Lease lease) {
        return desk(lease)
                .chain(desk -> desk.isDue(turn.target()) ? turn.run(desk) : Uni.createFrom().voidItem())
                .chain(() -> sleep(lease))
                .onFailure()
                .recoverWithUni(failure -> failed(lease, failure));
    }

    private Uni<Desk> desk(Lease lease) {
        var known = desks.get(lease);
        return known == null
                ? turn.takeOver(lease).invoke(desk -> desks.put(lease, desk))
                : Uni.createFrom().item(known);
    }

    private Uni<Void> sleep(Lease lease) {
        if (!desks.get(lease).isAsleep()) {
            return Uni.createFrom().voidItem();
        }
        Log.infof("detection: organization %s had no results for a day, it is forgotten until there are some", lease
                .organization());
        desks.remove(lease);
        return leases.release(lease);
    }

    /** What is in memory may be ahead of what was written. */
    private Uni<Void> failed(Lease lease, Throwable failure) {
        desks.remove(lease);
        if (failure instanceof LeaseLost) {
            leases.drop(lease);
            Log.warnf("detection: nothing was written, %s", failure.getMessage());
        } else {
            meters.failed();
            Log.warnf("detection: results of organization %s could not be judged, trying again: cause=%s", lease.organization(),
                    failure);
        }
        return Uni.createFrom().voidItem();
    }
}

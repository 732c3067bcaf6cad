package io.tocsin.notifier.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;

/**
 * Claims due deliveries of one transport, as many as it has free connections, and sends each by itself. One round of claiming runs at
 * a time; calls to {@link #wake} while it runs become one more round, so that claims grow with the load.
 */
final class Line {

    private final Transport transport;
    private final Channel channel;
    private final DeliveryStore store;
    private final Leases leases;
    private final Courier courier;
    private final Semaphore free;
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
    private final AtomicInteger calls = new AtomicInteger();

    Line(Transport transport, Channel channel, DeliveryStore store, Leases leases, Courier courier) {
        this.transport = transport;
        this.channel = channel;
        this.store = store;
        this.leases = leases;
        this.courier = courier;
        this.free = new Semaphore(transport.connections());
    }

    void wake() {
        if (calls.getAndIncrement() == 0) {
            runRound();
        }
    }

    Set<UUID> underWay() {
        return underWay;
    }

    /** Claims nothing more and waits for what is on its way; false when that took too long. */
    boolean stop(Duration patience) {
        try {
            return free.tryAcquire(transport.connections(), patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void runRound() {
        var seen = calls.get();
        round().subscribe().with(done -> again(seen), this::failed);
    }

    private void again(int seen) {
        if (!calls.compareAndSet(seen, 0)) {
            runRound();
        }
    }

    /** The next poll tries again; calls which came meanwhile are answered by it. */
    private void failed(Throwable failure) {
        calls.set(0);
        Log.warnf("dispatcher: cannot claim deliveries, tries again with the next poll: %s", failure);
    }

    private Uni<Void> round() {
        var now = free.availablePermits();
        var room = channel.admits(now, transport.connections() - now);
        if (room == 0 || !free.tryAcquire(room)) {
            return Uni.createFrom().voidItem();
        }
        return store.claim(leases.fromNow(), transport, room)
                .onFailure()
                .invoke(failure -> free.release(room))
                .invoke(claimed -> begin(claimed, room))
                .replaceWithVoid();
    }

    private void begin(List<Claimed> claimed, int room) {
        free.release(room - claimed.size());
        claimed.forEach(this::begin);
    }

    private void begin(Claimed delivery) {
        underWay.add(delivery.id());
        courier.deliver(delivery).subscribe().with(done -> finished(delivery), failure -> lost(delivery, failure));
    }

    private void finished(Claimed delivery) {
        underWay.remove(delivery.id());
        free.release();
        wake();
    }

    private void lost(Claimed delivery, Throwable failure) {
        Log.errorf(failure,
                "delivery: id=%s attempt=%d has an answer that could not be recorded; it is sent again after its lease",
                delivery.id(), delivery.number());
        finished(delivery);
    }
}

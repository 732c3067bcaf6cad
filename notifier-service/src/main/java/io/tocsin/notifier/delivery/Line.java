package io.tocsin.notifier.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;

/**
 * Claims due deliveries of one transport, some more than it has connections, and sends each when its turn comes. Under load it claims
 * many at once; when it is idle, each as soon as it is known.
 */
final class Line {

    private final Transport transport;
    private final Channel channel;
    private final Desk desk;
    private final ClaimStore claims;
    private final Courier courier;
    private final Rounds rounds;
    private volatile boolean moreIsDue;
    private volatile boolean stopped;

    Line(Transport transport, Channel channel, Desk desk, ClaimStore claims, Courier courier) {
        this.transport = transport;
        this.channel = channel;
        this.desk = desk;
        this.claims = claims;
        this.courier = courier;
        this.rounds = new Rounds("dispatcher: claim of channel " + transport.channel(), this::claim);
    }

    /** Something may be due. Returns at once. */
    void wake() {
        rounds.call();
    }

    Set<UUID> held() {
        return desk.held();
    }

    /** Claims nothing more and waits for what is on its way; false when that took too long. */
    boolean stop(Duration patience) {
        stopped = true;
        try {
            return desk.awaitEmpty(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Uni<Void> claim() {
        var allowance = allowance();
        if (stopped || allowance.deliveries() == 0) {
            return Uni.createFrom().voidItem();
        }
        return claims.claim(transport, allowance)
                .invoke(claimed -> take(claimed, allowance))
                .replaceWithVoid();
    }

    private Allowance allowance() {
        var held = desk.held().size();
        var most = transport.connections() * Domain.AHEAD;
        return new Allowance(channel.admits(Math.max(0, most - held), held), desk.rooms(), desk.roomOfOthers());
    }

    private void take(List<Claimed> claimed, Allowance allowance) {
        moreIsDue = allowance.mayHaveLeftSome(claimed);
        desk.add(claimed);
        begin();
    }

    private void begin() {
        desk.begin().forEach(this::begin);
    }

    private void begin(Claimed delivery) {
        courier.deliver(delivery).subscribe().with(done -> finished(delivery), failure -> lost(delivery, failure));
    }

    /** What is at hand begins; more is claimed in time, but not for each that ends. */
    private void finished(Claimed delivery) {
        var hungry = desk.finished(delivery);
        begin();
        if (moreIsDue && hungry || desk.held().isEmpty()) {
            wake();
        }
    }

    private void lost(Claimed delivery, Throwable failure) {
        Log.errorf(failure,
                "delivery: id=%s attempt=%d has an answer that could not be recorded; it is sent again after its lease",
                delivery.id(), delivery.number());
        finished(delivery);
    }
}

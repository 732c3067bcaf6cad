package io.tocsin.outbox.relay;

import java.net.URI;
import java.time.Duration;
import java.util.function.BooleanSupplier;

import io.smallrye.mutiny.Uni;
import io.tocsin.outbox.Outbox;
import io.tocsin.outbox.OutboxMeters;
import io.tocsin.outbox.relay.Courier.Delivery;

/**
 * Brings messages to one destination, one request at a time. A round is: claim, deliver, settle. Between the two statements no
 * transaction is open, only lanes are leased. Rounds which follow each other share a transaction: one settles and claims for the
 * next. Not thread-safe: one round after the other.
 */
final class Channel {

    private final String destination;
    private final URI url;
    private final Post post;
    private final Pace pace;
    private final Reports reports;
    private boolean lanesOpen;
    private Claim next;
    private boolean exhausted;

    /** What the channels of a relay share. */
    record Post(OutboxStore store, Courier courier, Judgement judgement, OutboxMeters meters) {}

    Channel(String destination, URI url, Post post) {
        this.destination = destination;
        this.url = url;
        this.post = post;
        this.pace = post.judgement.newPace();
        this.reports = new Reports(destination, post.meters);
        this.next = Claim.none(destination);
    }

    String destination() {
        return destination;
    }

    /** How long the destination wants to be left alone. */
    Duration pause() {
        return pace.pause();
    }

    /** Whether messages are claimed already, which wait for the next round. */
    boolean holds() {
        return !next.isEmpty();
    }

    /** Whether the last round looked at every lane when it ended, and found nothing more that is due. */
    boolean isExhausted() {
        return exhausted;
    }

    /**
     * Delivers one batch, and tells how many messages got further by it; none when nothing is due or the destination rests.
     *
     * @param goesOn asked at the end of the delivery: whether another round follows, so that its messages can be claimed now
     */
    Uni<Integer> round(BooleanSupplier goesOn) {
        exhausted = false;
        if (!holds() && !pause().isZero()) {
            return Uni.createFrom().item(0);
        }
        return openLanes()
                .chain(this::next)
                .chain(claim -> deliver(claim, goesOn))
                .onFailure()
                .invoke(this::cannotUseOutbox);
    }

    private Uni<Claim> next() {
        if (holds()) {
            var held = next;
            next = Claim.none(destination);
            return Uni.createFrom().item(held);
        }
        return claim().chain(claim -> claim.isEmpty() && pace.widen() ? claim() : Uni.createFrom().item(claim));
    }

    /**
     * The database may come back as an older one, restored from a backup: do not count on lanes which were there before, nor on what
     * is claimed.
     */
    private void cannotUseOutbox(Throwable failure) {
        lanesOpen = false;
        next = Claim.none(destination);
        reports.trouble("cannot read or settle the outbox: " + failure);
    }

    private Uni<Void> openLanes() {
        return lanesOpen
                ? Uni.createFrom().voidItem()
                : post.store.openLanes(destination).invoke(() -> lanesOpen = true);
    }

    private Uni<Claim> claim() {
        return post.store.claim(destination, pace.lanes(), pace.size())
                .invoke(claim -> pace.claimed(claim.rows().size()));
    }

    private Uni<Integer> deliver(Claim claim, BooleanSupplier goesOn) {
        return claim.isEmpty()
                ? Uni.createFrom().item(0)
                : post.courier.bring(claim.nextRequest(), url)
                        .invoke(delivery -> reports.replied(delivery.reply()))
                        .chain(delivery -> settle(delivery, goesOn));
    }

    private Uni<Integer> settle(Delivery delivery, BooleanSupplier goesOn) {
        var settlement = post.judgement.of(delivery.sent(), delivery.reply(), pace);
        var turn = pause().isZero() && goesOn.getAsBoolean()
                ? turn(delivery.sent(), settlement)
                : post.store.settle(delivery.sent(), settlement).map(settled -> new Turn(settled, Claim.none(destination)));
        return turn
                .invoke(turned -> reports.settled(delivery.sent(), settlement, turned.settled()))
                .invoke(turned -> next = turned.next())
                .map(turned -> turned.settled().progress());
    }

    private Uni<Turn> turn(Claim sent, Settlement settlement) {
        var lanes = pace.lanes();
        return post.store.turn(sent, settlement, lanes, pace.size())
                .invoke(turned -> pace.claimed(turned.next().rows().size()))
                .invoke(turned -> exhausted = turned.next().isEmpty() && lanes == Outbox.LANES);
    }
}

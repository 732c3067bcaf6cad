package io.tocsin.outbox.relay;

import java.net.URI;
import java.time.Duration;

import io.smallrye.mutiny.Uni;
import io.tocsin.outbox.OutboxMeters;
import io.tocsin.outbox.relay.Courier.Delivery;

/**
 * Brings messages to one destination, one request at a time. A round is: claim, deliver, settle. Between the two statements no
 * transaction is open, only lanes are leased. Not thread-safe: one round after the other.
 */
final class Channel {

    private final String destination;
    private final URI url;
    private final Post post;
    private final Pace pace;
    private final Reports reports;
    private boolean lanesOpen;

    /** What the channels of a relay share. */
    record Post(OutboxStore store, Courier courier, Judgement judgement, OutboxMeters meters) {}

    Channel(String destination, URI url, Post post) {
        this.destination = destination;
        this.url = url;
        this.post = post;
        this.pace = post.judgement.newPace();
        this.reports = new Reports(destination, post.meters);
    }

    String destination() {
        return destination;
    }

    /** How long the destination wants to be left alone. */
    Duration pause() {
        return pace.pause();
    }

    /** Delivers one batch, and tells how many messages got further by it; none when nothing is due or the destination rests. */
    Uni<Integer> round() {
        if (!pause().isZero()) {
            return Uni.createFrom().item(0);
        }
        return openLanes()
                .chain(this::claim)
                .chain(claim -> claim.isEmpty() && pace.widen() ? claim() : Uni.createFrom().item(claim))
                .chain(this::deliver)
                .onFailure()
                .invoke(this::cannotUseOutbox);
    }

    /** The database may come back as an older one, restored from a backup: do not count on lanes which were there before. */
    private void cannotUseOutbox(Throwable failure) {
        lanesOpen = false;
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

    private Uni<Integer> deliver(Claim claim) {
        return claim.isEmpty()
                ? Uni.createFrom().item(0)
                : post.courier.bring(claim.nextRequest(), url)
                        .invoke(delivery -> reports.replied(delivery.reply()))
                        .chain(this::settle);
    }

    private Uni<Integer> settle(Delivery delivery) {
        var settlement = post.judgement.of(delivery.sent(), delivery.reply(), pace);
        return post.store.settle(delivery.sent(), settlement)
                .invoke(settled -> reports.settled(delivery.sent(), settlement, settled))
                .map(Settled::progress);
    }
}

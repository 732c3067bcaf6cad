package io.tocsin.outbox.relay;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.tocsin.outbox.RelayConfig;
import io.tocsin.outbox.relay.OutboxStore.Wish;
import io.tocsin.outbox.wire.Envelope;

/**
 * Brings messages to one destination, one request at a time. A round is: claim, deliver, settle. Between the two statements no
 * transaction is open, only lanes are leased.
 */
final class Channel {

    private final Route route;
    private final Post post;
    private final Pace pace;
    private boolean lanesOpen;

    /** @param source what this service calls itself */
    record Route(String source, String destination, URI url) {}

    /** What the channels of a relay share. */
    record Post(OutboxStore store, InboxClient client, Judgement judgement, RelayConfig config, Clock clock) {}

    Channel(Route route, Post post) {
        this.route = route;
        this.post = post;
        this.pace = new Pace(new Backoff(post.config.backoff(), post.config.maxBackoff()), post.config.batchSize(), post.clock);
    }

    String destination() {
        return route.destination;
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
                .chain(() -> post.store.claim(wish(), post.clock.instant()))
                .invoke(claim -> pace.claimed(claim.rows().size()))
                .chain(this::deliver)
                .map(settled -> settled.delivered() + settled.retried() + settled.setAside());
    }

    private Uni<Void> openLanes() {
        return lanesOpen
                ? Uni.createFrom().voidItem()
                : post.store.openLanes(route.destination).invoke(() -> lanesOpen = true);
    }

    private Wish wish() {
        return new Wish(route.destination, pace.lanes(), pace.size(), post.config.lease());
    }

    private Uni<Settled> deliver(Claim claim) {
        if (claim.isEmpty()) {
            return Uni.createFrom().item(Settled.NOTHING);
        }
        var request = claim.nextRequest();
        var batch = Envelope.of(route.source, request.messages(), post.config.batchBytes());
        var sent = request.first(batch.size());
        return post.client.deliver(route.url, batch.body())
                .invoke(reply -> report(sent, reply))
                .chain(reply -> settle(sent, reply));
    }

    private Uni<Settled> settle(Claim sent, Reply reply) {
        var settlement = post.judgement.of(sent, reply, pace);
        return post.store.settle(sent, settlement, post.clock.instant());
    }

    private void report(Claim sent, Reply reply) {
        if (reply instanceof Reply.Unavailable unavailable) {
            Log.warnf("outbox relay: destination=%s messages=%d %s", route.destination, sent.rows().size(), unavailable
                    .error());
        } else if (reply instanceof Reply.Broken broken) {
            Log.warnf("outbox relay: destination=%s messages=%d %s", route.destination, sent.rows().size(), broken.error());
        }
    }
}

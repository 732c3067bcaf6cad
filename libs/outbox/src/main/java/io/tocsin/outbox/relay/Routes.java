package io.tocsin.outbox.relay;

import java.util.List;

import jakarta.inject.Singleton;

import io.tocsin.outbox.OutboxConfig;
import io.tocsin.outbox.OutboxMeters;
import io.tocsin.outbox.relay.Channel.Post;

/** The ways to all configured destinations. */
@Singleton
class Routes {

    private final OutboxConfig outbox;
    private final Post post;

    Routes(OutboxConfig outbox, OutboxStore store, Courier courier, Judgement judgement, OutboxMeters meters) {
        this.outbox = outbox;
        this.post = new Post(store, courier, judgement, meters);
    }

    /** A new set of channels, one per destination. */
    List<Channel> open() {
        return outbox.destinations()
                .entrySet()
                .stream()
                .map(entry -> new Channel(entry.getKey(), entry.getValue(), post))
                .toList();
    }
}

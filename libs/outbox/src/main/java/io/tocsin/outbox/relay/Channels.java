package io.tocsin.outbox.relay;

import java.time.Clock;
import java.util.List;

import jakarta.inject.Singleton;

import io.tocsin.outbox.OutboxConfig;
import io.tocsin.outbox.RelayConfig;
import io.tocsin.outbox.relay.Channel.Post;
import io.tocsin.outbox.relay.Channel.Route;

/** Makes the channels to all configured destinations. */
@Singleton
class Channels {

    private final OutboxConfig outbox;
    private final Post post;

    Channels(OutboxConfig outbox, RelayConfig relay, OutboxStore store, InboxClient client, Clock clock) {
        this.outbox = outbox;
        this.post = new Post(store, client, new Judgement(relay, clock), relay, clock);
    }

    List<Channel> open() {
        return outbox.destinations()
                .entrySet()
                .stream()
                .map(entry -> new Channel(new Route(outbox.source(), entry.getKey(), entry.getValue()), post))
                .toList();
    }
}

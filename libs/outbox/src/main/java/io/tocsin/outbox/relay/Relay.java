package io.tocsin.outbox.relay;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tocsin.outbox.Bell;
import io.tocsin.outbox.RelayConfig;
import io.vertx.core.Vertx;

/** Brings the messages of this service's outbox to their destinations. Each replica has one; the lanes keep them apart. */
@Singleton
public class Relay {

    private final RelayConfig config;
    private final Vertx vertx;
    private final List<Channel> channels;
    private volatile List<Loop> loops = List.of();

    Relay(RelayConfig config, Vertx vertx, Routes routes) {
        this.config = config;
        this.vertx = vertx;
        this.channels = routes.open();
    }

    void start(@Observes StartupEvent event, Bell bell) {
        if (config.enabled()) {
            loops = channels.stream().map(channel -> new Loop(channel, config.poll(), vertx)).toList();
            loops.forEach(Loop::ring);
            bell.listen(this::ring);
        }
    }

    private void ring(String destination) {
        for (var loop : loops) {
            if (Bell.EVERYONE.equals(destination) || loop.serves(destination)) {
                loop.ring();
            }
        }
    }

    /** The batches in flight are settled, and with that their lanes free, before the service goes. */
    void stop(@Observes ShutdownEvent event) {
        var stopped = loops.stream().map(Loop::stop).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(stopped)
                .orTimeout(config.timeout().toMillis() + 1000, TimeUnit.MILLISECONDS)
                .exceptionally(Relay::givenUp)
                .join();
    }

    private static Void givenUp(Throwable failure) {
        Log.warnf("outbox relay: a batch in flight was left to the other replicas, who repeat it when its lease ends");
        return null;
    }

    /**
     * One round to each destination, for tests, which step instead of waiting; only with {@code
     * tocsin.outbox.relay.enabled=false}. Tells how many messages got further.
     */
    public Uni<Integer> runOnce() {
        return Multi.createFrom()
                .iterable(channels)
                .onItem()
                .transformToUniAndConcatenate(channel -> channel.round(() -> false))
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }
}

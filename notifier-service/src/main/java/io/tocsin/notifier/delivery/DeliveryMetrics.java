package io.tocsin.notifier.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

/**
 * Summed over all replicas since the first start: {@code accepted + resent = delivered + refused + suppressed + dead + pending}. All
 * but the last are counted where they happen; {@code pending} is read from the database, and every replica shows the same number.
 */
@ApplicationScoped
public class DeliveryMetrics {

    private static final String PREFIX = "tocsin.notifier.deliveries.";

    private final MeterRegistry registry;
    private final ClaimStore store;
    private final AtomicLong pending = new AtomicLong();
    private final Timer duration;
    private final List<Gauge> gauges = new ArrayList<>();

    DeliveryMetrics(MeterRegistry registry, ClaimStore store, Channels channels, Transports transports) {
        this.registry = registry;
        this.store = store;
        this.duration = Timer.builder("tocsin.notifier.delivery")
                .description("From the acceptance of a delivery until the mail server took it")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(5))
                .maximumExpectedValue(Duration.ofDays(1))
                .register(registry);
        gauges.add(Gauge.builder(PREFIX + "pending", pending, AtomicLong::get).register(registry));
        transports.all().forEach(transport -> gauges.add(paused(transport.channel(), channels)));
        DeliveryState.FINAL_WORDS.forEach(word -> registry.counter(PREFIX + word));
        registry.counter(PREFIX + "accepted");
        registry.counter(PREFIX + "resent");
    }

    /** After the commit which made them. */
    public void accepted(int deliveries) {
        registry.counter(PREFIX + "accepted").increment(deliveries);
    }

    /** After the commit in which a person resent them. */
    public void resent(int deliveries) {
        registry.counter(PREFIX + "resent").increment(deliveries);
    }

    /** After the commit which suppressed deliveries that waited, or that were suppressed as soon as they were accepted. */
    public void suppressed(int deliveries) {
        registry.counter(PREFIX + "suppressed").increment(deliveries);
    }

    /** What a delivery led has ended with it. */
    void settled(Settlement settlement) {
        var delivery = settlement.delivery();
        registry.counter("tocsin.notifier.attempts", "outcome", settlement.word()).increment();
        if (settlement.state().finishedAt().isPresent()) {
            registry.counter(PREFIX + settlement.state().word()).increment(1 + delivery.led());
        }
        if (settlement.state() instanceof DeliveryState.Delivered) {
            duration.record(Duration.between(delivery.createdAt(), settlement.at()));
        }
    }

    /** A gauge would go on to ask what is no longer there. */
    @PreDestroy
    void close() {
        gauges.forEach(registry::remove);
    }

    @Scheduled(identity = "count-pending", every = "15s")
    Uni<Void> count() {
        return store.countPending()
                .invoke(pending::set)
                .onFailure()
                .invoke(failure -> Log.warnf("metrics: cannot count pending deliveries: %s", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Gauge paused(String name, Channels channels) {
        return Gauge.builder("tocsin.notifier.channel.paused", channels.of(name), channel -> channel.pause().isPresent()
                ? 1
                : 0)
                .tag("channel", name)
                .register(registry);
    }
}

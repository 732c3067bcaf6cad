package io.tocsin.events.record;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.events.commit.CommitLoop;

/**
 * How ingest is doing. At any moment {@code received = recorded + refused + waiting}, where {@code waiting} are those in the queue
 * and those in a batch under way. {@code batch_size} counts what was committed: its sum is {@code recorded} and what was committed
 * after its caller gave up.
 */
@Singleton
class IngestMetrics {

    private static final String REFUSED = "tocsin.events.refused";
    private static final String DATABASE_UNAVAILABLE = "database_unavailable";

    private final MeterRegistry registry;
    private final Counter received;
    private final Counter recorded;
    private final DistributionSummary batchSize;
    private final AtomicInteger waiting;

    IngestMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.received = registry.counter("tocsin.events.received");
        this.recorded = registry.counter("tocsin.events.recorded");
        this.batchSize = registry.summary("tocsin.events.batch.size");
        this.waiting = registry.gauge("tocsin.events.waiting", new AtomicInteger());
        for (var reason : EventRefused.Reason.values()) {
            refused(word(reason));
        }
        refused(DATABASE_UNAVAILABLE);
    }

    void watchQueue(CommitLoop<Submission> loop) {
        registry.gauge("tocsin.events.queue.depth", loop, CommitLoop::waiting);
    }

    /** Follows events from their arrival to their end. */
    void watch(Submission submission) {
        received.increment(submission.size());
        waiting.addAndGet(submission.size());
        submission.outcome().whenComplete((events, failure) -> ended(submission.size(), failure));
    }

    /** Events which did not wait in the queue. */
    void recordedAtOnce(int events) {
        received.increment(events);
        recorded.increment(events);
    }

    void batch(int size) {
        batchSize.record(size);
    }

    private void ended(int events, Throwable failure) {
        waiting.addAndGet(-events);
        if (failure == null) {
            recorded.increment(events);
        } else {
            refused(failure instanceof EventRefused refused ? word(refused.reason()) : DATABASE_UNAVAILABLE).increment(events);
        }
    }

    private Counter refused(String reason) {
        return registry.counter(REFUSED, "reason", reason);
    }

    private static String word(EventRefused.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }
}

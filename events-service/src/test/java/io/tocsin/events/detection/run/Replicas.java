package io.tocsin.events.detection.run;

import java.time.Clock;
import java.time.Duration;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tocsin.events.detection.lease.Leases;
import io.tocsin.events.detection.lease.OtherReplicas;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;

/**
 * Starts replicas which share the database, and nothing else. Each judges one organization, and what is new in others is forgotten at
 * its polls: so results come when nobody polls for another one before they are judged.
 */
@Singleton
public class Replicas {

    private final OtherReplicas leases;
    private final Stores stores;
    private final Tellers tellers;
    private final Pool pool;
    private final Vertx vertx;

    Replicas(OtherReplicas leases, Stores stores, Tellers tellers, Pool pool, Vertx vertx) {
        this.leases = leases;
        this.stores = stores;
        this.tellers = tellers;
        this.pool = pool;
        this.vertx = vertx;
    }

    public Replica start(String organization, Clock clock) {
        var own = leases.leases(organization);
        var writer = new OutcomeWriter(pool, own, stores, tellers, clock);
        var turn = new Turn(stores, writer, new QuickLearner(), clock, vertx);
        return new Replica(own, new DetectionDuty(own, turn, new DetectionMeters(new SimpleMeterRegistry())));
    }

    public record Replica(Leases leases, DetectionDuty duty) {

        private static final Duration PATIENCE = Duration.ofSeconds(60);

        /** What the scheduler does. */
        public void poll() {
            leases.keep().await().atMost(PATIENCE);
            judge();
        }

        /** Without noticing what became of its leases. */
        void judge() {
            duty.turns().await().atMost(PATIENCE);
        }
    }

    /** An hour teaches it what is usual. */
    private record QuickLearner() implements DetectionConfig {

        @Override
        public Duration settle() {
            return Duration.ZERO;
        }

        @Override
        public Duration recent() {
            return Duration.ofMinutes(30);
        }

        @Override
        public int batchSize() {
            return 500;
        }

        @Override
        public double falseEventsPerWeek() {
            return 0.1;
        }

        @Override
        public Duration learning() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration quiet() {
            return Duration.ofMinutes(5);
        }

        @Override
        public Duration keep() {
            return Duration.ofDays(400);
        }
    }
}

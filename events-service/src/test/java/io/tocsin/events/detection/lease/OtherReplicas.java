package io.tocsin.events.detection.lease;

import java.time.Duration;
import java.util.Map;

import jakarta.inject.Singleton;

/** Leases as several replicas have them, which judge one organization only. */
@Singleton
public class OtherReplicas {

    private final LeaseStore store;

    OtherReplicas(LeaseStore store) {
        this.store = store;
    }

    public Leases leases(String organization) {
        return new Leases(store, new Only(organization));
    }

    private record Only(String organization) implements LeaseConfig {

        @Override
        public boolean enabled() {
            return false;
        }

        @Override
        public Map<String, Organization> organizations() {
            return Map.of(organization, () -> true);
        }

        @Override
        public Duration leaseTime() {
            return Duration.ofMinutes(5);
        }

        @Override
        public String poll() {
            return "off";
        }

        @Override
        public int claims() {
            return 4;
        }
    }
}

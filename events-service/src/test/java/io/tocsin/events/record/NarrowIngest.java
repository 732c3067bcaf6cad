package io.tocsin.events.record;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** So little room and patience that a test can use them up. */
public class NarrowIngest implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "tocsin.events.ingest.batch-size", "5",
                "tocsin.events.ingest.queue-capacity", "20",
                "tocsin.events.ingest.patience", "8s",
                "tocsin.events.search.patience", "2s");
    }
}

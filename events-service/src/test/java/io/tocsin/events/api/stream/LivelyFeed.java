package io.tocsin.events.api.stream;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Signs of life so often that a test can wait for one. */
public class LivelyFeed implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("tocsin.events.stream.heartbeat", "200ms", "tocsin.events.stream.patience", "5s");
    }
}

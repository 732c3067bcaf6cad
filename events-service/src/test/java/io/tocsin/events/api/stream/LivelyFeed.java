package io.tocsin.events.api.stream;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Signs of life and looks at credentials so often that a test can wait for them. */
public class LivelyFeed implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("tocsin.events.stream.heartbeat", "200ms", "tocsin.events.stream.patience", "5s",
                "tocsin.events.stream.credential-check", "200ms");
    }
}

package io.tocsin.events.api.stream;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A feed which cuts who takes nothing soon, and keeps little for it. */
public class ImpatientFeed implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("tocsin.events.stream.patience", "2s", "tocsin.events.stream.buffer-size", "4096");
    }
}

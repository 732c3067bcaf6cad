package io.tocsin.events.search;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A search may take so little time that a held-up table is enough to exceed it. */
public class HastySearch implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() { return Map.of("tocsin.events.search.statement-timeout", "200ms"); }
}

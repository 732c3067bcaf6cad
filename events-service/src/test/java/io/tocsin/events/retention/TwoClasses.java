package io.tocsin.events.retention;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** One organization's events are kept for ten days, everybody else's for longer. */
public class TwoClasses implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "tocsin.events.retention.classes.brief", "10d",
                "tocsin.events.retention.organizations.brief-org", "brief");
    }
}

package io.tocsin.alerts.api.thousandeyes;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** So few reads that a test reaches the limit, in a period which ends in 2079, so that it does not end in the middle of a test. */
public class NarrowReads implements QuarkusTestProfile {

    static final int READS = 3;
    static final String PERIOD_ENDS = "2079-07-08T00:00:00Z";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "tocsin.limits.read.credential", "" + READS,
                "tocsin.limits.read.organization", "1000",
                "tocsin.limits.read.period", "P20000D");
    }
}

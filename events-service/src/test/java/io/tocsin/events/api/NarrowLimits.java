package io.tocsin.events.api;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Limits so low that a test reaches them, in a period which ends in 2079, so that it does not end in the middle of a test. */
public class NarrowLimits implements QuarkusTestProfile {

    public static final int INGEST = 4;
    public static final int INGEST_OF_ORGANIZATION = 6;
    public static final int READ = 3;
    public static final int PERIOD_DAYS = 20_000;
    public static final String PERIOD_ENDS = "2079-07-08T00:00:00Z";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "tocsin.limits.ingest.credential", "" + INGEST,
                "tocsin.limits.ingest.organization", "" + INGEST_OF_ORGANIZATION,
                "tocsin.limits.ingest.period", "P" + PERIOD_DAYS + "D",
                "tocsin.limits.read.credential", "" + READ,
                "tocsin.limits.read.organization", "1000",
                "tocsin.limits.read.period", "P" + PERIOD_DAYS + "D");
    }
}

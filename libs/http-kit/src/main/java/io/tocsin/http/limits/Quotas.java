package io.tocsin.http.limits;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** The limits of each kind of call, for an organization and for a credential of it. */
record Quotas(Map<CallKind, Quota> organization, Map<CallKind, Quota> credential) {

    static Quotas of(LimitsConfig config) {
        var quotas = new Quotas(new EnumMap<>(CallKind.class), new EnumMap<>(CallKind.class));
        var ingest = config.ingest();
        quotas.add(CallKind.INGEST, share(ingest.organization(), config), share(ingest.credential(), config), ingest.period());
        var read = config.read();
        quotas.add(CallKind.READ, share(read.organization(), config), share(read.credential(), config), read.period());
        return quotas;
    }

    private void add(CallKind kind, long ofOrganization, long ofCredential, Duration period) {
        organization.put(kind, new Quota(kind.word() + "-organization", ofOrganization, period));
        credential.put(kind, new Quota(kind.word() + "-credential", ofCredential, period));
    }

    /** Rounded up, so that nobody is locked out. */
    private static long share(long limit, LimitsConfig config) {
        return (limit + config.replicas() - 1) / config.replicas();
    }

    Duration longestPeriod() {
        return Stream.concat(organization.values().stream(), credential.values().stream())
                .map(Quota::period)
                .max(Duration::compareTo)
                .orElseThrow();
    }
}

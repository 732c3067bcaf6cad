package io.tocsin.http.limits;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.tocsin.http.identity.Principal;

/** Who has used how much of which limit, on this replica. Memory is bounded, nothing waits for anything. */
@ApplicationScoped
public class Limits {

    private final Clock clock;
    private final Quotas quotas;
    private final TimeMeter time;
    private final Cache<Holder, Bucket> buckets;

    Limits(LimitsConfig config, Clock clock) {
        this.clock = clock;
        this.quotas = Quotas.of(config);
        this.time = new ClockMeter(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(config.remembered())
                .expireAfterAccess(quotas.longestPeriod().multipliedBy(2))
                .build();
    }

    /** Counts so many calls of one credential; when one of its limits forbids that, none is counted at all. */
    public Allowance take(Principal who, CallKind kind, long calls) {
        var now = clock.instant();
        var ofCredential = bucket(Holder.credential(who, kind), quotas.credential().get(kind), now);
        var credential = take(ofCredential, quotas.credential().get(kind), calls, now);
        if (!credential.granted()) {
            return credential;
        }
        var ofOrganization = bucket(Holder.organization(who, kind), quotas.organization().get(kind), now);
        var organization = take(ofOrganization, quotas.organization().get(kind), calls, now);
        if (!organization.granted()) {
            ofCredential.addTokens(Math.min(calls, credential.limit()));
            return organization;
        }
        return organization.orTighter(credential);
    }

    private Bucket bucket(Holder holder, Quota quota, Instant now) {
        var known = buckets.getIfPresent(holder);
        return known == null ? buckets.get(holder, unknown -> quota.bucket(time, now)) : known;
    }

    /** More than a whole period grants at once needs a whole period. */
    private static Allowance take(Bucket bucket, Quota quota, long calls, Instant now) {
        var probe = bucket.tryConsumeAndReturnRemaining(Math.min(calls, quota.limit()));
        return new Allowance(quota.name(), quota.limit(), quota.period(), probe.getRemainingTokens(), now, quota.next(now),
                probe.isConsumed());
    }

    /** Bucket4j reads the same clock as everybody, so that a test can step it. */
    private record ClockMeter(Clock clock) implements TimeMeter {

        private static final long NANOS = 1_000_000;

        @Override
        public long currentTimeNanos() {
            return clock.millis() * NANOS;
        }

        @Override
        public boolean isWallClockBased() { return true; }
    }
}

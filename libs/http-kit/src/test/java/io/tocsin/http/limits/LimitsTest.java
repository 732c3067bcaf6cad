package io.tocsin.http.limits;

import static io.tocsin.http.limits.CallKind.INGEST;
import static io.tocsin.http.limits.CallKind.READ;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.tocsin.http.identity.Principal;
import io.tocsin.model.AccountGroup;
import io.tocsin.model.User;
import io.tocsin.test.StandingClock;

class LimitsTest {

    private static final Instant START = Instant.parse("2026-01-31T12:00:20.250Z");
    private static final Principal CI = principal("acme", "ci");
    private static final Principal CRON = principal("acme", "cron");
    private static final Principal STRANGER = principal("umbrella", "ci");

    private final StandingClock clock = new StandingClock(START);
    private final Limits limits = new Limits(settings(1, 10, 6), clock);

    @Test
    void aPeriodEndsWhereTheCalendarSaysSo() {
        var allowance = limits.take(CI, INGEST, 1);

        assertThat(allowance).isEqualTo(new Allowance("ingest-credential", 6, Duration.ofMinutes(1), 5, START,
                Instant.parse("2026-01-31T12:01:00Z"), true));
        assertThat(allowance.secondsUntilReset()).isEqualTo(40);
    }

    @Test
    void aCredentialMayUseItsShareAndNoMoreUntilTheNextPeriod() {
        var used = IntStream.range(0, 7).mapToObj(n -> limits.take(CI, INGEST, 1).granted()).toList();
        clock.set(Instant.parse("2026-01-31T12:00:59.999Z"));
        var justBefore = limits.take(CI, INGEST, 1);
        clock.set(Instant.parse("2026-01-31T12:01:00Z"));
        var justAfter = limits.take(CI, INGEST, 1);

        assertThat(used).containsExactly(true, true, true, true, true, true, false);
        assertThat(justBefore.granted()).isFalse();
        assertThat(justBefore.secondsUntilReset()).isEqualTo(1);
        assertThat(justAfter.granted()).isTrue();
        assertThat(justAfter.remaining()).isEqualTo(5);
    }

    @Test
    void anOrganizationMayUseItsLimitWithAllItsCredentialsTogether() {
        limits.take(CI, INGEST, 6);
        var tighter = limits.take(CRON, INGEST, 1);
        limits.take(CRON, INGEST, 3);

        var refused = limits.take(CRON, INGEST, 1);

        assertThat(tighter.name()).isEqualTo("ingest-organization");
        assertThat(tighter.remaining()).isEqualTo(3);
        assertThat(refused.granted()).isFalse();
        assertThat(refused.name()).isEqualTo("ingest-organization");
        assertThat(limits.take(STRANGER, INGEST, 6).granted()).isTrue();
        assertThat(limits.take(CRON, READ, 1).granted()).isTrue();
    }

    @Test
    void whatIsRefusedIsNotCounted() {
        limits.take(CI, INGEST, 5);
        limits.take(CI, INGEST, 2);
        limits.take(CRON, INGEST, 4);
        limits.take(CRON, INGEST, 2);

        assertThat(limits.take(CI, INGEST, 1).granted()).isTrue();
        clock.set(START.plusSeconds(60));
        limits.take(CI, INGEST, 6);
        limits.take(STRANGER, INGEST, 1);
        assertThat(limits.take(CRON, INGEST, 4).remaining()).isZero();
    }

    @Test
    void aCallLargerThanTheLimitNeedsAWholePeriod() {
        assertThat(limits.take(CI, INGEST, 1_000).granted()).isTrue();
        assertThat(limits.take(CI, INGEST, 1).granted()).isFalse();
    }

    @Test
    void aLimitIsDividedAmongReplicasAndRoundedUp() {
        var third = new Limits(settings(3, 10, 10), clock);

        assertThat(third.take(CI, INGEST, 1).limit()).isEqualTo(4);
    }

    @Test
    void manyThreadsTogetherGetExactlyTheLimit() throws Exception {
        var wide = new Limits(settings(1, 10_000, 10_000), clock);
        Callable<Long> caller = () -> IntStream.range(0, 5_000).filter(n -> wide.take(CI, INGEST, 1).granted()).count();
        var threads = Executors.newFixedThreadPool(4);

        var granted = threads.invokeAll(List.of(caller, caller, caller, caller));
        threads.shutdown();

        var total = 0L;
        for (var part : granted) {
            total += part.get();
        }
        assertThat(total).isEqualTo(10_000);
    }

    @Test
    void aClockSetBackGrantsNothingTwice() {
        limits.take(CI, INGEST, 6);
        clock.set(START.minusSeconds(3600));

        assertThat(limits.take(CI, INGEST, 1).granted()).isFalse();
    }

    private static Principal principal(String organization, String credential) {
        return new Principal(credential, new User("7", "Ann", "ann@acme.example"), organization,
                List.of(new AccountGroup("11", "Network")), "11", Set.of());
    }

    private static LimitsConfig settings(int replicas, long organization, long credential) {
        return new Settings(replicas, new IngestSettings(organization, credential), new ReadSettings(organization, credential));
    }

    private record Settings(int replicas, Ingest ingest, Read read) implements LimitsConfig {

        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public int remembered() {
            return 100;
        }
    }

    private record IngestSettings(long organization, long credential) implements LimitsConfig.Ingest {

        @Override
        public Duration period() {
            return Duration.ofMinutes(1);
        }
    }

    private record ReadSettings(long organization, long credential) implements LimitsConfig.Read {

        @Override
        public Duration period() {
            return Duration.ofMinutes(1);
        }
    }
}

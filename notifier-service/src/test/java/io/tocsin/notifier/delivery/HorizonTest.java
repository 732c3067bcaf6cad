package io.tocsin.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class HorizonTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant AN_HOUR_AGO = NOW.minusSeconds(3600);

    private final Horizon horizon = new Horizon(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void theFirstClaimLooksForEverything() {
        var first = horizon.allowance(10, Map.of("one.example", 5), 5);

        assertThat(first.since()).isEqualTo(Instant.EPOCH);
        assertThat(first.sinces()).containsExactly(Instant.EPOCH);
    }

    @Test
    void afterAClaimWhichTookEverythingOnlyWhatIsNewIsLookedFor() {
        claim(Map.of("one.example", 5), deliveries(2, "one.example"));

        var next = horizon.allowance(10, Map.of("one.example", 3), 5);

        assertThat(next.since()).isBetween(NOW.minusSeconds(10), NOW.minusSeconds(1));
        assertThat(next.sinces()).containsExactly(next.since());
    }

    @Test
    void aDomainOfWhichMoreIsDueIsLookedForFromWhereTheLastClaimCameTo() {
        claim(Map.of("one.example", 5), Stream.concat(deliveries(5, "one.example").stream(), deliveries(2, "two.example")
                .stream())
                .toList());

        var next = horizon.allowance(10, Map.of("two.example", 3), 5);

        assertThat(next.byDomain().get("one.example").since()).isBetween(AN_HOUR_AGO.minusSeconds(1), AN_HOUR_AGO);
        assertThat(next.byDomain().get("one.example").deliveries()).isEqualTo(5);
        assertThat(next.byDomain().get("two.example").since()).isAfter(NOW.minusSeconds(10));
    }

    @Test
    void aDomainWithoutRoomKeepsItsPlace() {
        claim(Map.of("one.example", 0), List.of());

        assertThat(horizon.allowance(10, Map.of("one.example", 3), 5).sinces()).containsExactly(Instant.EPOCH);
    }

    @Test
    void whenThereWasNoRoomForAllNobodyIsPassedOver() {
        claim(Map.of(), deliveries(10, "one.example"));

        assertThat(horizon.allowance(10, Map.of(), 5).since()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void whatIsForgottenIsLookedForFromTheBeginning() {
        claim(Map.of("one.example", 5), deliveries(5, "one.example"));

        horizon.forget();

        var next = horizon.allowance(10, Map.of("one.example", 5), 5);
        assertThat(next.since()).isEqualTo(Instant.EPOCH);
        assertThat(next.sinces()).containsExactly(Instant.EPOCH);
    }

    private void claim(Map<String, Integer> rooms, List<Claimed> claimed) {
        horizon.claimed(horizon.allowance(10, rooms, 5), claimed);
    }

    private static List<Claimed> deliveries(int count, String domain) {
        return Stream.generate(() -> TestClaims.aDelivery().to(domain).since(AN_HOUR_AGO).claimed()).limit(count).toList();
    }
}

package io.tocsin.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.smallrye.config.SmallRyeConfigBuilder;

class DeskTest {

    @Test
    void aSlowDomainLeavesConnectionsToOthers() {
        var desk = desk(Map.of());
        desk.add(deliveries(20, "slow.example"));
        desk.add(deliveries(20, "quick.example"));

        var first = desk.begin();
        var ended = first.stream().filter(each -> each.domain().equals("quick.example")).toList();
        ended.forEach(desk::attempted);
        var next = desk.begin();

        assertThat(first).extracting(Claimed::domain).containsOnly("slow.example", "quick.example").hasSize(8);
        assertThat(next).extracting(Claimed::domain).contains("quick.example");
        assertThat(Stream.concat(first.stream(), next.stream()).filter(each -> each.domain().equals("slow.example")))
                .hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void turnsGoRoundByDomain() {
        var desk = desk(Map.of());
        desk.add(deliveries(20, "one.example"));
        desk.add(deliveries(1, "two.example"));
        desk.add(deliveries(1, "three.example"));

        var turns = desk.begin();

        assertThat(turns).extracting(Claimed::domain)
                .startsWith("one.example", "two.example", "three.example", "one.example")
                .hasSize(8);
    }

    @Test
    void aDomainHasAtMostItsOwnConnections() {
        var desk = desk(Map.of("of.\"slow.example\".connections", "2"));
        desk.add(deliveries(20, "slow.example"));

        assertThat(desk.begin()).hasSize(2);
        assertThat(desk.begin()).isEmpty();
        assertThat(desk.rooms()).containsEntry("slow.example", 0);
    }

    @Test
    void aPaceIsKeptByWhatIsClaimed() {
        var desk = desk(Map.of("of.\"slow.example\".mails-per-minute", "60"));

        var before = desk.rooms().get("slow.example");
        desk.add(deliveries(before, "slow.example"));

        assertThat(before).isEqualTo(10);
        assertThat(desk.rooms()).containsEntry("slow.example", 0);
        assertThat(desk.roomOfOthers()).isEqualTo(24);
    }

    @Test
    void whatHasEndedIsHeldNoMore() throws InterruptedException {
        var desk = desk(Map.of());
        desk.add(deliveries(3, "one.example"));

        var turns = desk.begin();
        turns.forEach(desk::attempted);
        var unrecorded = desk.held().size();
        turns.forEach(desk::finished);

        assertThat(unrecorded).isEqualTo(3);
        assertThat(desk.held()).isEmpty();
        assertThat(desk.rooms()).isEmpty();
        assertThat(desk.awaitEmpty(Duration.ZERO)).isTrue();
    }

    private static List<Claimed> deliveries(int count, String domain) {
        return Collections.nCopies(count, domain).stream().map(each -> TestClaims.aDelivery().to(each).claimed()).toList();
    }

    private static Desk desk(Map<String, String> settings) {
        var builder = new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(DomainConfig.class);
        settings.forEach((key, value) -> builder.withDefaultValue("tocsin.notifier.domains." + key, value));
        var limits = new DomainLimits(builder.build().getConfigMapping(DomainConfig.class), 8, 6);
        return new Desk(8, limits, Clock.systemUTC());
    }
}

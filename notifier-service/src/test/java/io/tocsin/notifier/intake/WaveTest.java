package io.tocsin.notifier.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.tocsin.model.Scope;
import io.tocsin.model.message.AlertNotification;
import io.tocsin.model.message.AlertNotification.Companion;
import io.tocsin.model.message.AlertNotification.Kind;

class WaveTest {

    private static final UUID DISK = new UUID(0, 1);
    private static final UUID LINK = new UUID(0, 2);

    @Test
    void strangersGoTogether() {
        var ofDisk = about(DISK, "ann@example.org");
        var ofLink = about(LINK, "bob@example.org");

        assertThat(Wave.of(List.of(ofDisk, ofLink))).containsExactly(new Wave(List.of(ofDisk, ofLink)));
    }

    @Test
    void theClearSeesTheTriggerOfItsAlert() {
        var opened = about(DISK, "ann@example.org");
        var cleared = about(DISK, "bob@example.org");

        assertThat(Wave.of(List.of(opened, cleared))).containsExactly(new Wave(List.of(opened)), new Wave(List.of(cleared)));
    }

    @Test
    void theClearSeesTheTriggerWhichToldOfItsAlertTogetherWithAnother() {
        var together = about(DISK, "ann@example.org", LINK);
        var cleared = about(LINK, "bob@example.org");

        assertThat(Wave.of(List.of(together, cleared))).hasSize(2);
    }

    @Test
    void whoGetsTwoGetsThemOneAfterTheOther() {
        var first = about(DISK, "ann@example.org");
        var second = about(LINK, "ann@example.org");

        assertThat(Wave.of(List.of(first, second))).containsExactly(new Wave(List.of(first)), new Wave(List.of(second)));
    }

    @Test
    void manyAreCutIntoParts() {
        var arrivals = IntStream.range(0, 250).mapToObj(i -> about(new UUID(1, i), i + "@example.org")).toList();

        assertThat(Wave.of(arrivals)).extracting(wave -> wave.arrivals().size()).containsExactly(100, 100, 50);
        assertThat(Wave.of(arrivals)).flatMap(Wave::arrivals).containsExactlyElementsOf(arrivals);
    }

    private static Arrival about(UUID alert, String recipient, UUID... together) {
        var rule = new AlertNotification.Rule("7", "Disk full", "", "major", "", "event");
        var notification = new AlertNotification(UUID.randomUUID(), new Scope("acme", "12"), "Web shop", Kind.TRIGGERED, alert,
                rule,
                Instant.EPOCH, null, List.of(), List.of(recipient), null,
                List.of(together).stream().map(WaveTest::companion).toList(), List.of());
        return new Arrival(notification, "{}", null, List.of());
    }

    private static Companion companion(UUID alert) {
        return new Companion(alert, null, null, 0);
    }
}

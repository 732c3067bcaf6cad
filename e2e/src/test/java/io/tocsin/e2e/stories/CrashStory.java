package io.tocsin.e2e.stories;

import static io.tocsin.e2e.domain.Fires.onceEach;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_SECOND;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.tocsin.e2e.api.Story;
import io.tocsin.e2e.api.Tocsin;
import io.tocsin.e2e.domain.Fires;
import io.tocsin.e2e.domain.Outages;
import io.tocsin.local.service.Service;

/** Kill -9 at each joint of the path, while events flow: what was accepted is stored, alerted and mailed. */
@Story
class CrashStory {

    private static final int FIRES = 60;
    private static final int OUTAGES = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @ParameterizedTest
    @EnumSource(Service.class)
    void aServiceIsKilledAndNothingIsLost(Service service, Tocsin tocsin) {
        var fires = Fires.prepared(tocsin, FIRES);
        var victim = tocsin.platform().replicas(service).get(0);

        var posting = CompletableFuture.runAsync(fires::lightAll);
        await().atMost(PATIENCE).until(() -> fires.accepted().size() >= FIRES / 3);
        victim.kill();
        tocsin.platform().restart(victim);
        posting.join();

        assertThatEachIsToldOnce(fires);
    }

    @ParameterizedTest
    @EnumSource(names = { "EVENTS", "ALERTS" })
    void aServiceIsKilledWhileResultsComeInAndTheAlertsAreTheSame(Service service, Tocsin tocsin) {
        var outages = Outages.prepared(tocsin, OUTAGES);
        var victim = tocsin.platform().replicas(service).get(0);

        var sending = CompletableFuture.runAsync(outages::sendAll);
        for (var share : List.of(0.3, 0.6)) {
            await().atMost(PATIENCE).until(() -> outages.isSentTo(share));
            victim.kill();
            tocsin.platform().restart(victim);
        }
        sending.join();

        await().atMost(PATIENCE)
                .pollInterval(ONE_SECOND)
                .untilAsserted(() -> assertThat(outages.alerted()).isEqualTo(outages.expected()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(outages.distinctlyMailed()).isEqualTo(onceEach(outages.tests())));
    }

    @Test
    void postgresIsKilledAndNothingIsLost(Tocsin tocsin) {
        var fires = Fires.prepared(tocsin, FIRES);
        var postgres = tocsin.platform().postgres();

        var posting = CompletableFuture.runAsync(fires::lightAll);
        await().atMost(PATIENCE).until(() -> fires.accepted().size() >= FIRES / 3);
        postgres.kill();
        postgres.start();
        posting.join();

        assertThatEachIsToldOnce(fires);
    }

    @Test
    void whatWasDoneWhileTheAuditLogWasDownStandsInItAfterwards(Tocsin tocsin) {
        var audit = tocsin.platform().replicas(Service.AUDIT).get(0);
        audit.kill();

        var fires = Fires.prepared(tocsin, FIRES / 3);
        tocsin.platform().restart(audit);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(tocsin.auditLog().times("Alert rule created.")).containsAllEntriesOf(onceEach(
                        fires.names())));
    }

    @Test
    void theMailServerGetsWhatWaitedWhileTheNotifierWasDown(Tocsin tocsin) {
        var fires = Fires.prepared(tocsin, FIRES / 3);
        var notifier = tocsin.platform().replicas(Service.NOTIFIER).get(0);
        notifier.kill();

        fires.lightAll();
        await().atMost(PATIENCE).until(() -> fires.alerted().size() == fires.names().size());
        tocsin.platform().restart(notifier);

        assertThatEachIsToldOnce(fires);
    }

    /**
     * A kill between the mail server's 250 and the record of it yields a copy, the one window which SMTP cannot close; mail
     * programs fold it by its Message-ID. Everything else is exactly once.
     */
    private static void assertThatEachIsToldOnce(Fires fires) {
        var all = onceEach(fires.names());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(fires.distinctlyMailed()).isEqualTo(all));
        assertThat(fires.alerted()).isEqualTo(all);
        assertThat(fires.accepted()).isEqualTo(fires.names());
        assertThat(fires.stored().keySet()).isEqualTo(fires.names());
        assertThat(fires.stored()).containsAllEntriesOf(onceEach(fires.acceptedAtOnce()));
    }
}

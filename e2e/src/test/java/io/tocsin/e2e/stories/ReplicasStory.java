package io.tocsin.e2e.stories;

import static io.tocsin.e2e.domain.Fires.onceEach;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_SECOND;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.tocsin.e2e.api.Story;
import io.tocsin.e2e.api.Tocsin;
import io.tocsin.e2e.domain.Fires;
import io.tocsin.e2e.domain.Outages;
import io.tocsin.local.service.Service;
import io.tocsin.local.service.ServiceProcess;

/** Two replicas of each service over one database each. */
@Story(replicas = 2)
class ReplicasStory {

    private static final int FIRES = 100;
    private static final int OUTAGES = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Test
    void twoReplicasOfEachServiceSendNoMailTwice(Tocsin tocsin) {
        var fires = Fires.prepared(tocsin, FIRES);

        fires.lightAll();

        var all = onceEach(fires.names());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(fires.mailed().keySet()).isEqualTo(fires.names()));
        assertThat(fires.stored()).isEqualTo(all);
        assertThat(fires.alerted()).isEqualTo(all);
        assertThat(fires.mailed()).isEqualTo(all);
    }

    @Test
    void twoReplicasFindTheSameAlertsAsOneAndTellNobodyTwice(Tocsin tocsin) {
        var outages = Outages.prepared(tocsin, OUTAGES);

        outages.sendAll();

        await().atMost(PATIENCE)
                .pollInterval(ONE_SECOND)
                .untilAsserted(() -> assertThat(outages.alerted()).isEqualTo(outages.expected()));
        await().atMost(PATIENCE).until(() -> outages.mailed().size() == OUTAGES);
        assertThat(outages.mailed()).isEqualTo(onceEach(outages.tests()));
    }

    @Test
    void oneReplicaOfEachServiceIsKilledAndTheOthersGoOn(Tocsin tocsin) {
        var fires = Fires.prepared(tocsin, FIRES);
        var victims = Stream.of(Service.values()).map(service -> tocsin.platform().replicas(service).get(1)).toList();

        var posting = CompletableFuture.runAsync(fires::lightAll);
        await().atMost(PATIENCE).until(() -> fires.accepted().size() >= FIRES / 3);
        victims.forEach(ServiceProcess::kill);
        posting.join();

        try {
            var all = onceEach(fires.names());
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(fires.distinctlyMailed()).isEqualTo(all));
            assertThat(fires.alerted()).isEqualTo(all);
            assertThat(fires.stored()).containsAllEntriesOf(onceEach(fires.acceptedAtOnce()));
        } finally {
            victims.forEach(tocsin.platform()::restart);
        }
    }
}

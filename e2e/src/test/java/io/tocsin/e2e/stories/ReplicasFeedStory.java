package io.tocsin.e2e.stories;

import static io.tocsin.e2e.domain.AnEvent.anEvent;
import static io.tocsin.e2e.domain.Names.unique;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.tocsin.e2e.api.Story;
import io.tocsin.e2e.api.Tocsin;
import io.tocsin.local.service.Service;

/** Who listens to the live feed goes on at the other replica when the one it listened to stops. */
@Story(replicas = 2)
class ReplicasFeedStory {

    private static final int EVENTS = 300;
    private static final int ACCEPTED = 202;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final String feed = "feed:" + unique("feed");

    @Test
    void aListenerMissesNothingAndHearsNothingTwiceWhenReplicasStop(Tocsin tocsin) {
        var replicas = tocsin.platform().replicas(Service.EVENTS);
        try (var listener = tocsin.listen(feed)) {
            await().atMost(PATIENCE).until(() -> listener.connections() == 1);

            var posting = CompletableFuture.runAsync(() -> postAll(tocsin));
            for (var replica : replicas) {
                var heard = listener.titles().size();
                await().atMost(PATIENCE).until(() -> listener.titles().size() > heard || posting.isDone());
                replica.stop();
                tocsin.platform().restart(replica);
            }
            posting.join();

            var stored = tocsin.events().titlesTagged(feed);
            await().atMost(PATIENCE).until(() -> listener.titles().containsAll(stored.keySet()));
            assertThat(listener.titles().stream().collect(groupingBy(identity(), counting()))).isEqualTo(stored);
            assertThat(stored).hasSize(EVENTS);
            assertThat(listener.notices()).isNotEmpty().containsOnly("shutdown");
            assertThat(listener.connections()).isGreaterThan(1);
        }
    }

    /** One each tenth of a second, so that they span all stops; each again until it is accepted. */
    private void postAll(Tocsin tocsin) {
        IntStream.range(0, EVENTS)
                .mapToObj(number -> anEvent("event " + number).tagged(feed).build())
                .forEach(event -> await().atMost(PATIENCE).until(() -> tocsin.events().tryToPost(event) == ACCEPTED));
    }
}

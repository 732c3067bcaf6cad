package io.tocsin.e2e.stories;

import static io.tocsin.e2e.api.SteadyLoad.request;
import static io.tocsin.e2e.domain.Fires.onceEach;
import static io.tocsin.e2e.domain.Names.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.tocsin.e2e.api.SteadyLoad;
import io.tocsin.e2e.api.Story;
import io.tocsin.e2e.api.Tocsin;
import io.tocsin.e2e.domain.Fires;
import io.tocsin.local.service.Service;

/**
 * Both replicas of each service are replaced one after the other, those of different services at the same time, as {@code helm upgrade}
 * does; clients who never try again go on asking all the while.
 */
@Story(replicas = 2)
class RollingUpgradeStory {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int FIRES = 40;
    private static final int ENOUGH = 100;
    private static final List<String> READ = List.of("/v7/alerts/rules", "/v7/audit-user-events", "/notifications/deliveries");

    private final String tag = "upgrade:" + unique("upgrade");

    @Test
    void whoPostsAndReadsNoticesNothingAndEveryAlertIsMailedOnce(Tocsin tocsin) {
        var fires = Fires.prepared(tocsin, FIRES);

        var posts = SteadyLoad.start(number -> event(tocsin, number));
        var reads = SteadyLoad.start(number -> request(tocsin, READ.get(number % READ.size())).build());
        var burning = CompletableFuture.runAsync(fires::lightAll);
        try (posts; reads) {
            awaitMore(posts, reads);
            rollAll(tocsin, 0);
            awaitMore(posts, reads);
            rollAll(tocsin, 1);
            awaitMore(posts, reads);
        }
        burning.join();

        assertThat(posts.failures()).isEmpty();
        assertThat(reads.failures()).isEmpty();
        assertThat(tocsin.events().titlesTagged(tag)).hasSize(posts.answered())
                .allSatisfy((title, times) -> assertThat(times).isOne());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(fires.mailed()).isEqualTo(onceEach(fires.names())));
    }

    private static void rollAll(Tocsin tocsin, int replica) {
        var rolls = Stream.of(Service.values())
                .map(service -> tocsin.platform().replicas(service).get(replica))
                .map(process -> CompletableFuture.runAsync(() -> tocsin.platform().roll(process)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(rolls).join();
    }

    private static void awaitMore(SteadyLoad... loads) {
        for (var load : loads) {
            var before = load.answered();
            await().atMost(PATIENCE).until(() -> load.answered() >= before + ENOUGH);
        }
    }

    private HttpRequest event(Tocsin tocsin, int number) {
        return request(tocsin, "/api/v1/events")
                .header("DD-API-KEY", tocsin.platform().key().value())
                .POST(BodyPublishers.ofString("""
                        {"title": "event %d", "text": "of an upgrade", "tags": ["%s"]}""".formatted(number, tag)))
                .build();
    }
}

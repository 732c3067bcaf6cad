package io.tocsin.events.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.events.TestDatabase;
import io.tocsin.events.TestKeys;
import io.tocsin.model.Scope;
import io.tocsin.query.EventQuery;
import io.tocsin.test.Await;
import io.tocsin.test.PostgresResource;
import io.vertx.core.Vertx;

/** Feeds as two replicas have them, over one real PostgreSQL, with clients that come, go and dawdle. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class EventFeedTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final EventQuery EVERYTHING = EventQuery.parse("");

    @Inject
    FeedStore store;

    @Inject
    FeedFormat format;

    @Inject
    FeedMetrics metrics;

    @Inject
    Vertx vertx;

    @Inject
    TestDatabase database;

    private final List<EventFeed> replicas = new ArrayList<>();
    private final Scope scope = new Scope("acme", UUID.randomUUID().toString());

    @Test
    void aClientWhichComesAndGoesBetweenTwoReplicasHearsAllOfAFloodOnce() {
        var steady = new RecordingOutlet();
        listen(replica(LONG), Optional.empty(), steady);
        var other = new RecordingOutlet();
        listen(replica(LONG), Optional.empty(), other);
        var wanderer = new RecordingOutlet();
        listen(replicas.get(1), Optional.empty(), wanderer);

        var flood = CompletableFuture.allOf(writer("a"), writer("b"));
        var heard = new ArrayList<String>();
        for (var visit = 0; !flood.isDone(); visit++) {
            var current = wanderer;
            await().until(() -> current.titles().size() >= 5 || flood.isDone());
            var place = wanderer.hangUp();
            heard.addAll(wanderer.titles());
            wanderer = new RecordingOutlet();
            listen(replicas.get(visit % 2), Optional.of(place), wanderer);
        }
        flood.join();

        var written = Stream.of("a", "b").flatMap(EventFeedTest::titlesOf).toList();
        await().untilAsserted(() -> assertThat(steady.titles()).hasSameSizeAs(written));
        await().untilAsserted(() -> assertThat(other.titles()).hasSameSizeAs(written));
        var last = wanderer;
        await().untilAsserted(() -> assertThat(heard.size() + last.titles().size()).isEqualTo(written.size()));
        heard.addAll(last.titles());
        assertThat(steady.titles()).containsExactlyInAnyOrderElementsOf(written);
        assertThat(other.titles()).containsExactlyElementsOf(steady.titles());
        assertThat(heard).containsExactlyElementsOf(steady.titles());
    }

    @Test
    void whoTakesNothingIsLeftBehindAloneAndHearsTheRestWhenItTakesMore() {
        var feed = replica(LONG);
        var quick = new RecordingOutlet();
        var slow = new RecordingOutlet();
        listen(feed, Optional.empty(), quick);
        listen(feed, Optional.empty(), slow);
        slow.takeNothing();

        write("a");
        await().untilAsserted(() -> assertThat(quick.titles()).hasSameSizeAs(titlesOf("a").toList()));
        var meanwhile = slow.titles();
        slow.takeAll();
        write("b");

        var written = Stream.of("a", "b").flatMap(EventFeedTest::titlesOf).toList();
        assertThat(meanwhile).isEmpty();
        await().untilAsserted(() -> assertThat(slow.titles()).containsExactlyElementsOf(written));
        assertThat(quick.titles()).containsExactlyElementsOf(written);
    }

    @Test
    void whoTakesNothingForTooLongIsToldThenCutAndMayComeBack() {
        var feed = replica(Duration.ofMillis(200));
        var slow = new RecordingOutlet();
        listen(feed, Optional.empty(), slow);
        slow.takeNothing();
        write("a");

        await().until(slow::isCut);
        assertThat(slow.text()).endsWith("Come back with your place.\"}\n\n").contains("event: too-slow");
        var again = new RecordingOutlet();
        listen(feed, Optional.of(slow.hangUp()), again);

        await().untilAsserted(() -> assertThat(again.titles()).containsExactlyElementsOf(titlesOf("a").toList()));
    }

    @Test
    void aFeedWhichStopsSendsEverybodyElsewhereAndTakesNobodyIn() {
        var feed = replica(LONG);
        var listener = new RecordingOutlet();
        listen(feed, Optional.empty(), listener);

        feed.prepareToStop(null);

        await().until(listener::isEnded);
        assertThat(listener.text()).contains("event: shutdown");
        assertThatThrownBy(() -> listen(feed, Optional.empty(), new RecordingOutlet())).isInstanceOf(FeedUnavailable.class);
        var elsewhere = new RecordingOutlet();
        listen(replica(LONG), Optional.of(listener.hangUp()), elsewhere);
        write("a");
        await().untilAsserted(() -> assertThat(elsewhere.titles()).containsExactlyElementsOf(titlesOf("a").toList()));
    }

    @Test
    void oneListenerMoreThanThereMayBeIsSentAwayUntilAnotherLeaves() {
        var feed = replica(LONG);
        var first = new RecordingOutlet();
        listen(feed, Optional.empty(), first);
        IntStream.range(1, QuickFeed.MAX_LISTENERS).forEach(n -> listen(feed, Optional.empty(), new RecordingOutlet()));

        assertThatThrownBy(() -> listen(feed, Optional.empty(), new RecordingOutlet()))
                .isInstanceOf(FeedUnavailable.class)
                .hasMessageContaining("3");
        first.hangUp();

        listen(feed, Optional.empty(), new RecordingOutlet());
    }

    @Test
    void whoeverEndsAListenerEndsOnlyThatOne() {
        var feed = replica(LONG);
        var revoked = new RecordingOutlet();
        var other = new RecordingOutlet();
        var end = listen(feed, Optional.empty(), revoked);
        listen(feed, Optional.empty(), other);

        end.accept(Farewell.UNAUTHENTICATED);

        await().until(revoked::isEnded);
        assertThat(revoked.text()).contains("event: unauthenticated");
        write("a");
        await().untilAsserted(() -> assertThat(other.titles()).hasSameSizeAs(titlesOf("a").toList()));
        assertThat(revoked.titles()).isEmpty();
    }

    @Test
    void aBrokenDatabaseConnectionCostsNoEvent() {
        var feed = replica(LONG);
        var listener = new RecordingOutlet();
        listen(feed, Optional.empty(), listener);
        write("a");
        database.breakConnections();
        write("b");

        var written = Stream.of("a", "b").flatMap(EventFeedTest::titlesOf).toList();
        await().untilAsserted(() -> assertThat(listener.titles()).containsExactlyElementsOf(written));
    }

    @AfterEach
    void stopReplicas() {
        replicas.forEach(feed -> feed.stop(null));
    }

    private EventFeed replica(Duration patience) {
        var feed = new EventFeed(store, format, new QuickFeed(patience), metrics, vertx);
        replicas.add(feed);
        return feed;
    }

    private Consumer<Farewell> listen(EventFeed feed, Optional<Position> from, Outlet outlet) {
        return Await.await(() -> feed.listen(scope, EVERYTHING, from, outlet));
    }

    private CompletableFuture<Void> writer(String name) {
        return CompletableFuture.runAsync(() -> write(name));
    }

    /** Several transactions of several events each, of which some stay open for a while. */
    private void write(String name) {
        var random = new Random(name.hashCode());
        try (var commits = database.commits()) {
            titlesOf(name).forEach(title -> {
                commits.write(scope, title);
                if (random.nextInt(4) == 0) {
                    commits.commit();
                }
            });
            commits.commit();
        }
    }

    private static Stream<String> titlesOf(String name) {
        return IntStream.range(0, 400).mapToObj(number -> name + "-" + number);
    }
}

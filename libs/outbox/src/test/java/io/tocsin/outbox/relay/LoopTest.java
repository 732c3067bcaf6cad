package io.tocsin.outbox.relay;

import static io.tocsin.outbox.World.FIRST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.outbox.Gate;
import io.tocsin.outbox.WithOutbox;
import io.tocsin.outbox.World;
import io.vertx.core.Vertx;

/** A relay which runs by itself. */
@QuarkusTest
@WithOutbox
class LoopTest {

    @Inject
    World world;
    @Inject
    Routes routes;
    @Inject
    Vertx vertx;

    private List<Loop> loops = List.of();

    @BeforeEach
    void start() {
        world.reset();
    }

    @AfterEach
    void stop() {
        loops.forEach(loop -> loop.stop().join());
    }

    private void run(Duration poll) {
        loops = routes.open().stream().map(channel -> new Loop(channel, poll, vertx)).toList();
        loops.forEach(Loop::ring);
    }

    private void awaitDiary(String subject, String... expected) {
        await().untilAsserted(() -> assertThat(world.diaryOf(subject)).containsExactly(expected));
    }

    @Test
    void aBellIsAnsweredLongBeforeTheNextPoll() {
        run(Duration.ofDays(1));
        world.send(FIRST, "bell", 1);

        loops.forEach(Loop::ring);

        awaitDiary("bell", "1");
    }

    @Test
    void whatNobodyAnnouncedIsFoundByPolling() {
        run(Duration.ofMillis(20));

        world.send(FIRST, "poll", 1);

        awaitDiary("poll", "1");
    }

    @Test
    void aBellDuringARoundLeadsToAnotherRound() {
        var arrived = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        Gate.guard(FIRST, request -> {
            arrived.countDown();
            LeaseTest.waitFor(goOn);
            return request.pass();
        });
        world.send(FIRST, "busy", 1);
        run(Duration.ofDays(1));
        LeaseTest.waitFor(arrived);

        world.send(FIRST, "busy", 2);
        loops.forEach(Loop::ring);
        goOn.countDown();

        awaitDiary("busy", "1", "2");
    }

    @Test
    void stoppingSettlesTheBatchInFlightAndStartsNoOther() {
        var arrived = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        Gate.guard(FIRST, request -> {
            arrived.countDown();
            LeaseTest.waitFor(goOn);
            return request.pass();
        });
        world.send(FIRST, "stopping", 1);
        run(Duration.ofMillis(20));
        LeaseTest.waitFor(arrived);

        var stopped = loops.stream().map(Loop::stop).toList();
        world.send(FIRST, "stopping", 2);
        goOn.countDown();
        stopped.forEach(CompletableFuture::join);

        assertThat(world.diaryOf("stopping")).containsExactly("1");
        assertThat(world.count("outbox")).isEqualTo(1);
        assertThat(world.count("outbox_lane where owner is not null")).isZero();
    }
}

package io.tocsin.events.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.http.problem.CallFailed;
import io.tocsin.test.PostgresResource;
import io.vertx.core.Context;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class ResultWorkersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    ResultWorkers workers;

    @Inject
    ResultsConfig config;

    @Test
    void noEventLoopDoesTheWork() {
        var onEventLoop = workers.run(0, Context::isOnEventLoopThread).subscribeAsCompletionStage();

        assertThat(onEventLoop).succeedsWithin(PATIENCE).isEqualTo(false);
    }

    @Test
    void moreBytesThanThereIsRoomForAreRefusedUntilThereIs() {
        var go = new CountDownLatch(1);
        var all = (int) config.readingRoom();
        var first = workers.run(all + 1, () -> awaited(go)).subscribeAsCompletionStage();

        assertThatThrownBy(() -> workers.run(1, () -> true)).isInstanceOfSatisfying(CallFailed.class,
                refused -> assertThat(refused.failure().status()).isEqualTo(429));

        go.countDown();
        assertThat(first).succeedsWithin(PATIENCE).isEqualTo(true);
        assertThat(workers.run(1, () -> true).subscribeAsCompletionStage()).succeedsWithin(PATIENCE);
    }

    private static boolean awaited(CountDownLatch go) throws InterruptedException {
        go.await();
        return true;
    }
}

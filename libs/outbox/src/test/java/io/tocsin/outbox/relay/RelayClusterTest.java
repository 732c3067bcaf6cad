package io.tocsin.outbox.relay;

import static io.tocsin.outbox.World.FIRST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.outbox.Diary;
import io.tocsin.outbox.Gate;
import io.tocsin.outbox.Gate.Answer;
import io.tocsin.outbox.Outbox;
import io.tocsin.outbox.OutgoingMessage;
import io.tocsin.outbox.WithOutbox;
import io.tocsin.outbox.World;
import io.vertx.core.Vertx;

/** Several relays on one outbox: none lost, none twice, each subject in order. */
@QuarkusTest
@WithOutbox
class RelayClusterTest {

    private static final int SUBJECTS = 200;
    private static final int ROUNDS = 50;

    @Inject
    World world;
    @Inject
    Outbox outbox;
    @Inject
    Routes routes;
    @Inject
    Vertx vertx;

    private List<Loop> loops;

    @BeforeEach
    void start() {
        world.reset();
        loops = Stream.of(routes.open(), routes.open())
                .flatMap(List::stream)
                .map(channel -> new Loop(channel, Duration.ofMillis(50), vertx))
                .toList();
    }

    @AfterEach
    void stop() {
        loops.forEach(loop -> loop.stop().join());
    }

    private List<OutgoingMessage> round(int number) {
        return IntStream.range(0, SUBJECTS)
                .mapToObj(subject -> outbox.message(FIRST, Diary.TYPE, "subject-" + subject, number))
                .toList();
    }

    private static List<String> everything() {
        return IntStream.range(0, ROUNDS).mapToObj(Integer::toString).toList();
    }

    private void awaitEmptyOutbox() {
        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> assertThat(world.count("outbox")).isZero());
    }

    private void assertThatAllArrivedOnceAndInOrder() {
        assertThat(world.count("diary")).isEqualTo(SUBJECTS * ROUNDS);
        assertThat(IntStream.range(0, SUBJECTS).mapToObj(subject -> world.diaryOf("subject-" + subject)))
                .allSatisfy(diary -> assertThat(diary).isEqualTo(everything()));
    }

    @Test
    void tenThousandMessagesArriveOnceAndInOrder() {
        IntStream.range(0, ROUNDS).forEach(number -> world.send(round(number)));
        var sent = new AtomicInteger();
        Gate.guard(FIRST, request -> {
            sent.addAndGet(request.text().split("\"specversion\"").length - 1);
            return request.pass();
        });

        loops.forEach(Loop::ring);

        awaitEmptyOutbox();
        assertThatAllArrivedOnceAndInOrder();
        assertThat(sent).hasValue(SUBJECTS * ROUNDS);
    }

    @Test
    void theyDoSoWhileWritersWriteAndAnswersAreLostAndLeasesExpire() {
        var requests = new AtomicInteger();
        Gate.guard(FIRST, request -> {
            var answer = request.pass();
            return requests.incrementAndGet() % 5 == 0 ? Answer.of(502) : answer;
        });
        loops.forEach(Loop::ring);

        for (var number = 0; number < ROUNDS; number++) {
            world.send(round(number));
            loops.forEach(Loop::ring);
            world.sql("update outbox_lane set leased_until = now() where lane % 4 = " + number % 4);
        }

        awaitEmptyOutbox();
        assertThatAllArrivedOnceAndInOrder();
    }
}

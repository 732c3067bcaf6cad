package io.tocsin.outbox.relay;

import static io.tocsin.outbox.World.FIRST;
import static io.tocsin.outbox.World.SECOND;
import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.outbox.Diary;
import io.tocsin.outbox.Gate;
import io.tocsin.outbox.Gate.Answer;
import io.tocsin.outbox.OutboxMeters;
import io.tocsin.outbox.OutgoingMessage;
import io.tocsin.outbox.RelayConfig;
import io.tocsin.outbox.SteppedClock;
import io.tocsin.outbox.WithOutbox;
import io.tocsin.outbox.World;
import io.tocsin.outbox.relay.Channel.Post;
import io.vertx.core.Vertx;

/** What a relay does when not everything goes well. */
@QuarkusTest
@WithOutbox
class RelayTest {

    @Inject
    World world;
    @Inject
    Diary diary;
    @Inject
    SteppedClock clock;
    @Inject
    RelayConfig config;
    @Inject
    Routes routes;
    @Inject
    Vertx vertx;
    @Inject
    OutboxStore store;
    @Inject
    Courier courier;
    @Inject
    Judgement judgement;
    @Inject
    OutboxMeters meters;

    private Relay relay;

    @BeforeEach
    void start() {
        world.reset();
        relay = new Relay(config, vertx, routes);
    }

    private int round() {
        return await(relay::runOnce);
    }

    /** Rounds with time between them, until nothing is left to do that takes less than an hour. */
    private void rounds(int number) {
        for (var i = 0; i < number; i++) {
            round();
            clock.step(Duration.ofMinutes(6));
        }
    }

    @Test
    void aLostAnswerLeadsToASecondDeliveryAndToOneEffect() {
        Gate.guard(FIRST, request -> {
            request.pass();
            return Answer.of(504);
        });
        world.send(FIRST, "lost answer", 1, 2);
        round();
        Gate.open();
        clock.step(Duration.ofMinutes(1));

        var moved = round();

        assertThat(moved).isEqualTo(2);
        assertThat(world.diaryOf("lost answer")).containsExactly("1", "2");
    }

    @Test
    void aFailingDestinationRestsAndHarmsNoOther() {
        var requests = new AtomicInteger();
        Gate.guard(FIRST, request -> {
            requests.incrementAndGet();
            return Answer.of(503);
        });
        world.send(FIRST, "down", 1);
        round();
        world.send(SECOND, "up", 1);

        round();

        assertThat(requests).hasValue(1);
        assertThat(world.diaryOf("up")).containsExactly("1");
        assertThat(world.count("outbox")).isEqualTo(1);
    }

    @Test
    void aDestinationIsLeftAloneAsLongAsItAsks() {
        Gate.guard(FIRST, request -> Answer.of(429).with("Retry-After", "600"));
        world.send(FIRST, "retry after", 1);
        round();
        Gate.open();

        clock.step(Duration.ofSeconds(599));
        var tooEarly = round();
        clock.step(Duration.ofSeconds(1));
        var inTime = round();

        assertThat(tooEarly).isZero();
        assertThat(inTime).isEqualTo(1);
    }

    @Test
    void noAttemptIsUsedUpWhileTheDestinationIsDown() {
        Gate.guard(FIRST, request -> Answer.of(500));
        world.send(FIRST, "outage", 1, 2);
        world.send(FIRST, "outage 2", 1);
        rounds(3 * config.attempts());
        Gate.open();

        rounds(6);

        assertThat(world.diaryOf("outage")).containsExactly("1", "2");
        assertThat(world.diaryOf("outage 2")).containsExactly("1");
        assertThat(world.count("outbox_set_aside")).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = { 401, 403, 404, 405, 408, 425, 429, 502, 503, 504, 200 })
    void whatIsNoFaultOfAMessageUsesUpNoAttempt(int status) {
        Gate.guard(FIRST, request -> Answer.of(status));
        world.send(FIRST, "no fault", 1, 2);
        rounds(config.attempts() + 1);
        var used = world.count("outbox where attempts > 0 or due_at is not null");
        Gate.open();

        rounds(1);

        assertThat(used).isZero();
        assertThat(world.diaryOf("no fault")).containsExactly("1", "2");
    }

    @Test
    void aDestinationNobodyListensAtUsesUpNoAttempt() {
        var unreachable = new Channel(FIRST, URI.create("http://localhost:1"), new Post(store, courier, judgement, meters));
        world.send(FIRST, "unreachable", 1);

        await(() -> unreachable.round(() -> false));

        assertThat(unreachable.pause()).isPositive();
        assertThat(world.count("outbox where attempts = 0 and due_at is null")).isEqualTo(1);
        assertThat(world.count("outbox_lane where owner is not null")).isZero();
    }

    @Test
    void aDatabaseRestoredFromAnOlderBackupGetsItsLanesAgain() {
        world.send(FIRST, "restored", 1);
        world.sql("alter table outbox_lane rename to outbox_lane_lost");
        assertThatThrownBy(this::round).hasMessageContaining("outbox_lane");
        world.sql("alter table outbox_lane_lost rename to outbox_lane");
        world.sql("delete from outbox_lane");

        var moved = round();

        assertThat(moved).isEqualTo(1);
    }

    @Test
    void aPayloadThatIsNoJsonIsFoundAndSetAside() {
        world.send(List.of(new OutgoingMessage(UUID.randomUUID(), FIRST, Diary.TYPE, "no json", "{broken", null, clock
                .instant())));
        world.send(FIRST, "json", 1, 2, 3);

        for (var i = 0; i < 60; i++) {
            world.send(FIRST, "traffic", i);
            rounds(1);
        }

        assertThat(world.diaryOf("json")).containsExactly("1", "2", "3");
        assertThat(world.count("outbox_set_aside where error like 'status 400%'")).isEqualTo(1);
    }

    @Test
    void aRefusedMessageHoldsBackItsSubjectAndNothingElse() {
        diary.refuse("2");
        world.send(FIRST, "refused", 1, 2, 3);
        world.send(FIRST, "other", 1, 2);

        round();

        assertThat(world.diaryOf("refused")).containsExactly("1");
        assertThat(world.count("outbox")).isEqualTo(3);
        rounds(1);
        assertThat(world.diaryOf("refused")).containsExactly("1");
    }

    @Test
    void aMessageRefusedOnceComesInOrderOnceItIsWelcome() {
        diary.refuse("2");
        world.send(FIRST, "welcome", 1, 2, 3);
        rounds(1);
        diary.acceptEverything();

        round();

        assertThat(world.diaryOf("welcome")).containsExactly("1", "2", "3");
        assertThat(world.count("outbox")).isZero();
    }

    @Test
    void aMessageRefusedTooOftenIsSetAsideAndMakesRoom() {
        diary.refuse("\"poison\"");
        world.send(FIRST, "poisoned", 1, "poison", 3);

        rounds(config.attempts() + 1);

        assertThat(world.diaryOf("poisoned")).containsExactly("1", "3");
        assertThat(world.count("outbox_set_aside")).isEqualTo(1);
        assertThat(world.count("outbox")).isZero();
    }

    @Test
    void aMessageThatKillsEveryRequestIsFoundAndSetAside() {
        Gate.guard(FIRST, request -> request.text().contains("deadly") ? Answer.of(500) : request.pass());
        world.send(FIRST, "before", 1, 2, 3, 4, 5);
        world.send(FIRST, "killer", 1, "deadly", 3);
        world.send(FIRST, "after", 1, 2, 3, 4, 5);

        for (var i = 0; i < 60; i++) {
            world.send(FIRST, "traffic", i);
            rounds(1);
        }

        assertThat(world.diaryOf("before")).hasSize(5);
        assertThat(world.diaryOf("after")).hasSize(5);
        assertThat(world.diaryOf("killer")).containsExactly("1", "3");
        assertThat(world.diaryOf("traffic")).hasSize(60);
        assertThat(world.count("outbox_set_aside")).isEqualTo(1);
    }

    @Test
    void aBatchStaysBelowTheSizeWhichTheInboxTakes() {
        var big = "x".repeat(300_000);
        world.send(FIRST, "big", big, big, big, big);

        round();
        var rest = round();

        assertThat(rest).isEqualTo(2);
        assertThat(world.diaryOf("big")).hasSize(4);
    }
}

package io.tocsin.outbox;

import static io.tocsin.outbox.World.FIRST;
import static io.tocsin.outbox.World.SECOND;
import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.outbox.relay.Relay;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

@QuarkusTest
@WithOutbox
class DeliveryTest {

    @Inject
    World world;
    @Inject
    Outbox outbox;
    @Inject
    Relay relay;
    @Inject
    Pool pool;
    @Inject
    Diary diary;

    @BeforeEach
    void start() {
        world.reset();
    }

    @Test
    void aMessageTakesEffectAndLeavesTheOutbox() {
        world.send(FIRST, "delivery", List.of("a", 2.50));

        var moved = await(relay::runOnce);

        assertThat(moved).isEqualTo(1);
        assertThat(world.diaryOf("delivery")).containsExactly("[\"a\",2.5]");
        assertThat(world.count("outbox")).isZero();
    }

    @Test
    void messagesOfOneSubjectComeInOneCallAndInOrder() {
        world.send(FIRST, "ordered", 1, 2, 3);

        await(relay::runOnce);

        assertThat(diary.calls()).hasSize(1);
        assertThat(world.diaryOf("ordered")).containsExactly("1", "2", "3");
    }

    @Test
    void aMessageKeepsAllThatItsWriterSaid() {
        var message = outbox.message(SECOND, Diary.TYPE, "sûbject \"1\"", "päyload");
        world.send(List.of(message));

        await(relay::runOnce);

        var received = diary.calls().get(0).get(0);
        assertThat(received.in(null)).isEqualTo(new IncomingMessage(message.id(), "test-service", message.type(), message
                .subject(),
                message.createdAt(), message.data(), null));
    }

    @Test
    void aMessageOfARolledBackTransactionIsNeverSent() {
        var message = outbox.message(FIRST, Diary.TYPE, "rolled back", 1);

        await(() -> pool.withTransaction(transaction -> outbox.append(transaction, List.of(message))
                .chain(() -> transaction.query("select 1 / 0").execute()))
                .onFailure()
                .recoverWithNull());

        assertThat(await(relay::runOnce)).isZero();
        assertThat(world.diaryOf("rolled back")).isEmpty();
    }

    @Test
    void aRowWrittenByAStatementOfTheServiceIsDeliveredAsWell() {
        var message = outbox.message(FIRST, Diary.TYPE, "embedded", 1);
        await(() -> pool.preparedQuery(OutboxSql.INSERT)
                .execute(Tuple.tuple(List.of(message.id(), message.destination(), message.type(), message.subject(),
                        message.lane(), message.data(), "", message.createdAt().atOffset(ZoneOffset.UTC)))));

        await(relay::runOnce);

        assertThat(world.diaryOf("embedded")).containsExactly("1");
    }

    @Test
    void lanesAreSpreadAndNeverChange() {
        assertThat(Outbox.laneOf("acme/1234/disk full")).isEqualTo((short) 8);
        assertThat(IntStream.range(0, 1000).mapToObj(i -> Outbox.laneOf("subject-" + i)).distinct()).hasSize(
                16);
    }
}

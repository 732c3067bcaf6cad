package io.tocsin.outbox;

import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.outbox.relay.Relay;
import io.vertx.mutiny.sqlclient.Pool;

@QuarkusTest
@WithTestResource(OutboxDatabase.class)
@WithTestResource(Gate.class)
class DeliveryTest {

    @Inject
    Outbox outbox;
    @Inject
    Relay relay;
    @Inject
    Pool pool;
    @Inject
    Diary diary;

    @Test
    void aMessageArrivesOnceAndLeavesTheOutbox() {
        var message = outbox.message("first-service", Diary.TYPE, "delivery", List.of(1, 2.50));
        await(() -> pool.withTransaction(transaction -> outbox.append(transaction, List.of(message))));

        var moved = await(relay::runOnce);

        assertThat(moved).isEqualTo(1);
        assertThat(await(() -> diary.of("delivery"))).containsExactly("[1,2.5]");
        assertThat(await(relay::runOnce)).isZero();
    }
}

package io.tocsin.outbox;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.test.OutboxSchemaContract;

@QuarkusTest
@WithOutbox
class OutboxSchemaTest extends OutboxSchemaContract {

    @Inject
    World world;

    @Test
    void aDatabaseThatLacksSomethingFailsTheContract() {
        world.sql("alter table inbox set unlogged");

        try {
            assertThatThrownBy(this::theDatabaseHasWhatTheOutboxNeeds)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("table inbox persistence p");
        } finally {
            world.sql("alter table inbox set logged");
        }
    }
}

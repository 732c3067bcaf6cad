package io.tocsin.outbox.backlog;

import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.outbox.WithOutbox;
import io.tocsin.outbox.World;
import io.vertx.mutiny.sqlclient.Pool;

/** How PostgreSQL counts what waits when it knows nothing yet of how much there is. */
@QuarkusTest
@WithOutbox
class BacklogPlanTest {

    private static final String FILL = """
            insert into outbox (id, destination, type, subject, lane, data, created_at)
            select gen_random_uuid(), 'unknown-service', 'plan', 'much', number % 16, repeat('waits', 100), now()
              from generate_series(1, 200000) as number
            """;

    @Inject
    World world;
    @Inject
    Pool pool;

    @BeforeEach
    @AfterEach
    void empty() {
        world.reset();
    }

    @Test
    void noLaneIsReadWholeAndSorted() {
        var plan = await(() -> pool.withTransaction(transaction -> transaction.query(FILL)
                .execute()
                .chain(() -> transaction.query(BacklogStore.IN_ORDER).execute())
                .chain(() -> transaction.query("explain " + BacklogStore.BY_DESTINATION).execute())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .collect(Collectors.joining("\n")))));

        assertThat(plan)
                .contains("outbox_by_lane")
                .doesNotContain("Bitmap", "Sort Key: outbox.seq");
    }
}

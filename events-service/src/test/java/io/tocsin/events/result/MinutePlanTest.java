package io.tocsin.events.result;

import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.events.TestKeys;
import io.tocsin.test.PostgresResource;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** How PostgreSQL reads a minute when it knows nothing yet of how many results there are. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class MinutePlanTest {

    private static final Instant NOW = Instant.now();

    @Inject
    Pool pool;
    @Inject
    ResultPartitions partitions;

    @Test
    void theResultsOfADayAreNotAllRead() {
        await(() -> partitions.makeFor(List.of(NOW)));

        var plan = await(() -> pool.preparedQuery("explain " + ResultMinuteStore.OF_MINUTES)
                .execute(Tuple.of("plans", NOW.getEpochSecond(), NOW.getEpochSecond() + 60))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .collect(Collectors.joining("\n"))));

        assertThat(plan).contains("Index").doesNotContain("Seq Scan");
    }
}

package io.tocsin.events.record;

import static io.tocsin.events.TestKeys.SCOPE;
import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.events.TestDatabase;
import io.tocsin.events.TestKeys;
import io.tocsin.model.EventContent;
import io.tocsin.test.PostgresResource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class TermIndexTest {

    /** How many pages of the list were still there to be moved. */
    private static final String MOVE_REST = """
            select sum(gin_clean_pending_list(indexrelid))
              from pg_index
              join pg_class as index on index.oid = indexrelid
             where index.relname like 'event\\_standard\\_%\\_terms\\_idx'
            """;

    @Inject
    EventLog log;

    @Inject
    TermIndex index;

    @Inject
    TestDatabase database;

    @Test
    void newTermsAreTakenIntoTheIndex() {
        record();

        await(index::takeIn);

        assertThat(database.number(MOVE_REST)).isZero();
    }

    @Test
    void whatAnotherReplicaIsAtIsLeftToIt() throws Exception {
        long left;
        try (var busy = database.holding("select pg_advisory_xact_lock(" + TermIndex.LOCK + ")")) {
            record();
            await(index::takeIn);
            left = database.number(MOVE_REST);
        }

        assertThat(left).isPositive();
    }

    private void record() {
        var events = IntStream.range(0, 100)
                .mapToObj(n -> EventContent.titled("title " + n).happenedAt(Instant.now()).tags(List.of("n:" + n)).build())
                .toList();
        await(() -> log.record(SCOPE, events));
    }
}

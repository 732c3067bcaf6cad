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
class TimeIndexTest {

    /** How many groups of pages had no summary until now. */
    private static final String SUM_UP_REST = """
            select sum(brin_summarize_new_values(indexrelid))
              from pg_index
              join pg_class as index on index.oid = indexrelid
             where index.relname like 'event\\_standard\\_%\\_happened\\_at\\_idx'
            """;

    /** A thousand of them fill more than sixteen pages. */
    private static final String TEXT = "It is full. ".repeat(50);

    @Inject
    EventLog log;

    @Inject
    TimeIndex index;

    @Inject
    TestDatabase database;

    @Test
    void newPagesAreSummedUp() {
        record();

        await(index::sumUp);

        assertThat(database.number(SUM_UP_REST)).isZero();
    }

    @Test
    void whatAnotherReplicaIsAtIsLeftToIt() throws Exception {
        long left;
        try (var busy = database.holding("select pg_advisory_xact_lock(" + TimeIndex.LOCK + ")")) {
            record();
            await(index::sumUp);
            left = database.number(SUM_UP_REST);
        }

        assertThat(left).isPositive();
    }

    @Test
    void itGivesWayToAVacuum() throws Exception {
        record();
        try (var busy = database.holding("lock table event in share update exclusive mode")) {
            await(index::sumUp);
        }

        assertThat(database.number(SUM_UP_REST)).isPositive();
    }

    private void record() {
        var events = IntStream.range(0, 1_000)
                .mapToObj(n -> EventContent.titled("title " + n).text(TEXT).happenedAt(Instant.now()).tags(List.of()).build())
                .toList();
        await(() -> log.record(SCOPE, events));
    }
}

package io.tocsin.audit.trail;

import static io.tocsin.audit.UserEventBuilder.aUserEvent;
import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tocsin.audit.AuditDatabase;
import io.tocsin.audit.AuditKeys;
import io.tocsin.audit.api.audit.ExportFile;
import io.tocsin.audit.chain.AnotherReplica;
import io.tocsin.audit.person.People;
import io.tocsin.model.message.UserEvent;
import io.vertx.mutiny.sqlclient.Pool;

/** Entries are stored where their link will be if all goes well: here it does not. */
@QuarkusTest
@WithTestResource(AuditDatabase.class)
@WithTestResource(AuditKeys.class)
class ReplicasTest {

    private static final String WAITING = "select count(*) from pg_locks where locktype = 'advisory' and not granted";

    @Inject
    AuditTrail here;

    @Inject
    Pool pool;

    @Inject
    TrailStores stores;

    @Inject
    EntryMaking making;

    @Inject
    People people;

    @Inject
    TrailMeters meters;

    @Inject
    AnotherReplica replica;

    private AuditTrail there;
    private long before;

    @BeforeEach
    void twoInARowSoThatTheNextIsForetold() {
        there = new AuditTrail(stores, making, people, replica.growth(), meters);
        record(here, 2);
        record(here, 2);
        before = entries();
    }

    @Test
    void aLinkOfAnotherReplicaMovesTheEntriesBehindIt() {
        record(there, 3);

        record(here, 2);

        assertThat(entries()).isEqualTo(before + 5);
    }

    @Test
    void replicasWhichWriteAtTheSameTimeMakeOneChain() {
        var writers = IntStream.range(0, 6)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> write(writer % 2 == 0 ? here : there)))
                .toArray(CompletableFuture[]::new);

        CompletableFuture.allOf(writers).join();

        assertThat(entries()).isEqualTo(before + 6 * 20 * 2);
    }

    private void write(AuditTrail trail) {
        for (var commit = 0; commit < 20; commit++) {
            record(trail, 2);
        }
    }

    @Test
    void whoStandsBehindATransactionWhichIsRolledBackTakesItsPlace() {
        var linked = new CompletableFuture<Void>();
        var end = new CompletableFuture<Void>();
        var failing = inBackground(() -> pool.withTransaction(transaction -> here.record(transaction, events(3))
                .invoke(() -> linked.complete(null))
                .chain(() -> Uni.createFrom().completionStage(end))));
        linked.join();
        var behind = inBackground(() -> recorded(here, 2));
        await().untilAsserted(() -> assertThat(waiting()).isPositive());

        end.completeExceptionally(new IllegalStateException("rolled back"));

        behind.join();
        assertThatThrownBy(failing::join).hasRootCauseMessage("rolled back");
        assertThat(entries()).isEqualTo(before + 2);
        record(here, 2);
        assertThat(entries()).isEqualTo(before + 4);
    }

    @Test
    void whoStandsBehindOneWhichCannotStoreItsEntriesTakesItsPlace() {
        assertThatThrownBy(() -> await(() -> pool.withTransaction(transaction -> pool.query("select 1")
                .execute()
                .chain(() -> transaction.query("set transaction read only").execute())
                .chain(() -> here.record(transaction, events(1))))))
                .hasMessageContaining("read-only transaction");

        record(here, 2);

        assertThat(entries()).isEqualTo(before + 2);
    }

    private static CompletableFuture<Void> inBackground(Supplier<Uni<Void>> action) {
        return CompletableFuture.runAsync(() -> await(action));
    }

    private void record(AuditTrail trail, int events) {
        await(() -> recorded(trail, events));
    }

    private Uni<Void> recorded(AuditTrail trail, int events) {
        return pool.withTransaction(transaction -> trail.record(transaction, events(events)));
    }

    private static List<UserEvent> events(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> aUserEvent().of("crowd").at("2014-01-01T00:00:00Z").build())
                .toList();
    }

    private long waiting() {
        return await(() -> pool.query(WAITING).execute()).iterator().next().getLong(0);
    }

    private static long entries() {
        var verdict = ExportFile.verdict(ExportFile.fetch(AuditKeys.CROWD, ""));
        assertThat(verdict.finding()).isEmpty();
        return verdict.entries();
    }
}

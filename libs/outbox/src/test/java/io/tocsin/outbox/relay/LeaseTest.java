package io.tocsin.outbox.relay;

import static io.tocsin.outbox.World.FIRST;
import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.outbox.Gate;
import io.tocsin.outbox.Gate.Answer;
import io.tocsin.outbox.RelayConfig;
import io.tocsin.outbox.WithOutbox;
import io.tocsin.outbox.World;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;

/** What keeps two relays apart, and what happens when one of them dies. */
@QuarkusTest
@WithOutbox
class LeaseTest {

    @Inject
    World world;
    @Inject
    OutboxStore store;
    @Inject
    RelayConfig config;
    @Inject
    Routes routes;
    @Inject
    Vertx vertx;
    @Inject
    Pool pool;

    private Relay relay;

    @BeforeEach
    void start() {
        world.reset();
        relay = new Relay(config, vertx, routes);
        await(() -> store.openLanes(FIRST));
    }

    private Claim claim() {
        return await(() -> store.claim(FIRST, 16, 100));
    }

    private void letLeasesExpire() {
        world.sql("update outbox_lane set leased_until = now() where owner is not null");
    }

    private static Settlement allDelivered(Claim claim) {
        var settlement = new Settlement();
        claim.rows().forEach(settlement::delivered);
        return settlement;
    }

    @Test
    void aLeasedLaneIsOutOfBoundsForOthers() {
        world.send(FIRST, "leased", 1, 2);
        claim();

        var second = claim();

        assertThat(second.isEmpty()).isTrue();
    }

    /** What was delivered a moment ago still fills the table: nobody may read it from end to end, nor gather it by bitmap. */
    @Test
    void aClaimIsPlannedAlongTheIndexesEvenForAnEmptyOutbox() {
        var plan = await(() -> pool.withTransaction(connection -> connection.query(RelaySql.MODES)
                .execute()
                .chain(() -> connection.query("explain (generic_plan) " + RelaySql.CLAIM).execute())));

        var lines = new ArrayList<String>();
        plan.forEach(row -> lines.add(row.getString(0)));
        assertThat(lines)
                .anyMatch(line -> line.contains("using outbox_by_lane on outbox o"))
                .noneMatch(line -> line.contains("Seq Scan on outbox") || line.contains("Bitmap"));
    }

    @Test
    void whatAClaimSetsForItselfEndsWithIt() {
        claim();

        var mode = await(() -> pool.query("select current_setting('plan_cache_mode'), current_setting('synchronous_commit')")
                .execute())
                .iterator()
                .next();

        assertThat(mode.getString(0)).isEqualTo("auto");
        assertThat(mode.getString(1)).isEqualTo("on");
    }

    @Test
    void otherLanesStayOpen() {
        world.send(FIRST, "leased", 1);
        claim();
        world.send(FIRST, "elsewhere", 1);

        var second = claim();

        assertThat(second.messages()).extracting("subject").containsExactly("elsewhere");
    }

    @Test
    void aLaneWithoutMessagesIsNotLeased() {
        world.send(FIRST, "leased", 1);

        claim();

        assertThat(world.count("outbox_lane where owner is not null")).isEqualTo(1);
    }

    @Test
    void theLanesOfADeadRelayAreTakenOverWhenItsLeaseEnds() {
        world.send(FIRST, "orphan", 1, 2);
        claim();
        letLeasesExpire();

        var moved = await(relay::runOnce);

        assertThat(moved).isEqualTo(2);
        assertThat(world.diaryOf("orphan")).containsExactly("1", "2");
    }

    @Test
    void aRelayWhoseLeaseWasTakenOverSettlesNothing() {
        world.send(FIRST, "zombie", 1);
        var zombie = claim();
        letLeasesExpire();
        claim();

        var settled = await(() -> store.settle(zombie, allDelivered(zombie)));

        assertThat(settled).isEqualTo(new Settled(0, 0, 0, 0));
        assertThat(world.count("outbox")).isEqualTo(1);
    }

    @Test
    void aLeaseThatEndedButWasNotTakenOverStillCounts() {
        world.send(FIRST, "slow", 1);
        var slow = claim();
        letLeasesExpire();

        var settled = await(() -> store.settle(slow, allDelivered(slow)));

        assertThat(settled).isEqualTo(new Settled(1, 1, 0, 0));
    }

    @Test
    void aRelayKilledBetweenDeliveryAndSettlementCausesOneEffect() throws InterruptedException {
        var delivered = new CountDownLatch(1);
        var killed = new CountDownLatch(1);
        Gate.guard(FIRST, request -> {
            request.pass();
            delivered.countDown();
            waitFor(killed);
            return Answer.of(200);
        });
        world.send(FIRST, "killed", 1, 2, 3);

        var victim = new Relay(config, vertx, routes).runOnce().subscribe().with(done -> {}, failure -> {});
        delivered.await(10, TimeUnit.SECONDS);
        victim.cancel();
        killed.countDown();
        Gate.open();
        var whileLeased = await(relay::runOnce);
        letLeasesExpire();
        var afterwards = await(relay::runOnce);

        assertThat(whileLeased).isZero();
        assertThat(afterwards).isEqualTo(3);
        assertThat(world.diaryOf("killed")).containsExactly("1", "2", "3");
    }

    static void waitFor(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

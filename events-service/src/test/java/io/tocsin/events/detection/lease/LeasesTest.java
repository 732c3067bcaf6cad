package io.tocsin.events.detection.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.events.TestDatabase;
import io.tocsin.events.TestKeys;
import io.tocsin.test.PostgresResource;
import io.vertx.mutiny.sqlclient.Pool;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class LeasesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NEWS = "select count(*) from detection_news where organization = ?";

    @Inject
    OtherReplicas replicas;

    @Inject
    TestDatabase database;

    @Inject
    Pool pool;

    private final String organization = "lease-" + UUID.randomUUID();

    @Test
    void whoGivesALeaseBackIsFollowedAtOnceByAHolderOfAHigherFence() {
        news();
        var first = replicas.leases(organization);
        var second = replicas.leases(organization);
        first.keep().await().atMost(PATIENCE);
        var lease = first.held().get(0);

        first.release(lease).await().atMost(PATIENCE);
        second.keep().await().atMost(PATIENCE);

        assertThat(first.held()).isEmpty();
        assertThat(second.held()).singleElement().satisfies(next -> assertThat(next.fence()).isGreaterThan(lease.fence()));
        assertThatThrownBy(() -> require(first, lease)).isInstanceOf(LeaseLost.class);
    }

    @Test
    void whoeverHoldsItKeepsItByRenewingIt() {
        news();
        var first = replicas.leases(organization);
        var second = replicas.leases(organization);
        first.keep().await().atMost(PATIENCE);
        var lease = first.held().get(0);
        database.execute("update detection set leased_until = '-infinity' where organization = '" + organization + "'");

        first.keep().await().atMost(PATIENCE);
        second.keep().await().atMost(PATIENCE);

        assertThat(first.held()).containsExactly(lease);
        assertThat(second.held()).isEmpty();
        require(first, lease);
    }

    @Test
    void anOrganizationWithoutResultsIsNobodys() {
        database.execute("insert into detection (organization) values ('" + organization + "')");
        var leases = replicas.leases(organization);

        leases.keep().await().atMost(PATIENCE);

        assertThat(leases.held()).isEmpty();
    }

    @Test
    void ofAnOrganizationWhichIsSwitchedOffNothingIsKept() {
        news();
        var others = replicas.leases("another-" + organization);

        others.keep().await().atMost(PATIENCE);

        assertThat(others.held()).isEmpty();
        assertThat(database.number(NEWS, organization)).isZero();
    }

    private void news() {
        database.execute("insert into detection_news (organization, minute) values ('" + organization + "', 1)");
    }

    private void require(Leases leases, Lease lease) {
        pool.withTransaction(transaction -> leases.require(transaction, lease)).await().atMost(PATIENCE);
    }
}

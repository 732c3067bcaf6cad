package io.tocsin.events.detection.lease;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Leases are kept by the clock of the database, the only one which all replicas share. */
@Singleton
class LeaseStore {

    private static final String REGISTER = """
            insert into detection (organization)
            select distinct organization
              from detection_news
             where not exists (select from detection where detection.organization = detection_news.organization)
                on conflict do nothing
            """;

    /** Of organizations which are not judged nothing is noted for long. */
    private static final String FORGET = "delete from detection_news where (organization = any($2)) = $1";

    private static final String RENEW = """
            update detection
               set leased_until = now() + $3::bigint * interval '1 millisecond'
              from unnest($1::text[], $2::bigint[]) as held(organization, fence)
             where detection.organization = held.organization
               and detection.fence = held.fence
            returning detection.organization, detection.fence
            """;

    /** Those which somebody waits for longest. An organization without results has nothing to judge. */
    private static final String CLAIM = """
            update detection
               set holder = $1,
                   fence = fence + 1,
                   leased_until = now() + $2::bigint * interval '1 millisecond'
             where organization in (select free.organization
                                      from detection as free
                                     where leased_until <= now()
                                       and (organization = any($5)) <> $4
                                       and (first_minute is not null
                                            or exists (select
                                                         from detection_news as news
                                                        where news.organization = free.organization))
                                     order by leased_until
                                     limit $3
                                       for update skip locked)
            returning organization, fence
            """;

    private static final String RELEASE = """
            update detection
               set leased_until = now()
              from unnest($1::text[], $2::bigint[]) as held(organization, fence)
             where detection.organization = held.organization
               and detection.fence = held.fence
            """;

    /** The row stays locked until the transaction ends, so that nobody takes the lease before its writes are seen. */
    private static final String FENCE = "select from detection where organization = $1 and fence = $2 for update";

    private final Pool pool;

    LeaseStore(Pool pool) {
        this.pool = pool;
    }

    /** @param on whether organizations are judged but for the exceptions, or only these are */
    Uni<Void> register(boolean on, Collection<String> exceptions) {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.tuple().addValue(on).addValue(exceptions.toArray(String[]::new)))
                .chain(() -> pool.query(REGISTER).execute())
                .replaceWithVoid();
    }

    /** Those which are still held. */
    Uni<List<Lease>> renew(List<Lease> held, Duration time) {
        return held.isEmpty()
                ? Uni.createFrom().item(List.of())
                : pool.preparedQuery(RENEW)
                        .execute(columns(held).addValue(time.toMillis()))
                        .map(rows -> rows.stream().map(LeaseStore::lease).toList());
    }

    Uni<List<Lease>> claim(Claimant claimant, int most) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.tuple()
                        .addValue(claimant.holder())
                        .addValue(claimant.time().toMillis())
                        .addValue(most)
                        .addValue(claimant.on())
                        .addValue(claimant.exceptions().toArray(String[]::new)))
                .map(rows -> rows.stream().map(LeaseStore::lease).toList());
    }

    Uni<Void> release(List<Lease> held) {
        return held.isEmpty()
                ? Uni.createFrom().voidItem()
                : pool.preparedQuery(RELEASE).execute(columns(held)).replaceWithVoid();
    }

    Uni<Boolean> holds(SqlConnection transaction, Lease lease) {
        return transaction.preparedQuery(FENCE)
                .execute(Tuple.of(lease.organization(), lease.fence()))
                .map(rows -> rows.size() > 0);
    }

    private static Tuple columns(List<Lease> leases) {
        return Tuple.tuple()
                .addValue(leases.stream().map(Lease::organization).toArray(String[]::new))
                .addValue(leases.stream().map(Lease::fence).toArray(Long[]::new));
    }

    private static Lease lease(Row row) {
        return new Lease(row.getString("organization"), row.getLong("fence"));
    }

    /**
     * Who wants leases, of which organizations, and for how long.
     *
     * @param on whether organizations are judged but for the exceptions, or only these are
     */
    record Claimant(UUID holder, Duration time, boolean on, Collection<String> exceptions) {}
}

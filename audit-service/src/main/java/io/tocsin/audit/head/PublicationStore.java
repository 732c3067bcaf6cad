package io.tocsin.audit.head;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

@ApplicationScoped
class PublicationStore {

    private static final String UNPUBLISHED = HeadStore.ORGANIZATIONS + """
            select h.*
              from o
             cross join lateral (select * from signed_head s where s.organization = o.organization
                                  order by s.size desc, s.signed_at desc limit 1) h
             where not exists (select from head_publication p
                                where p.organization = h.organization and p.size = h.size and p.key_id = h.key_id)
            """;

    private static final String PUBLISHED = """
            insert into head_publication (organization, size, key_id, published_at) values ($1, $2, $3, $4) on conflict do nothing
            """;

    private static final String WAITING_SINCE = HeadStore.ORGANIZATIONS + """
            select min(l.committed_at)
              from o
             cross join lateral (select committed_at from chain_link c
                                  where c.organization = o.organization
                                    and c.number > coalesce((select max(p.size) from head_publication p
                                                              where p.organization = o.organization), 0)
                                  order by c.number limit 1) l
            """;

    private final Pool pool;

    PublicationStore(Pool pool) {
        this.pool = pool;
    }

    /** The newest head of each organization, where nobody has written it out. */
    Uni<List<SignedHead>> unpublished() {
        return pool.preparedQuery(UNPUBLISHED).execute().map(HeadRows::heads);
    }

    Uni<Void> published(SignedHead head, Instant now) {
        return pool.preparedQuery(PUBLISHED)
                .execute(Tuple.of(head.organization(), head.size(), head.keyId(), now.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** When the oldest commit was made which no published head covers; empty when there is none. */
    Uni<Optional<Instant>> waitingSince() {
        return pool.preparedQuery(WAITING_SINCE)
                .execute()
                .map(rows -> Optional.ofNullable(rows.iterator().next().getOffsetDateTime(0)).map(time -> time.toInstant()));
    }
}

package io.tocsin.audit.head;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

@ApplicationScoped
class HeadStore {

    /** All of them as {@code o}, then a null: each by one look into the index, however many links it has. */
    static final String ORGANIZATIONS = """
            with recursive o(organization) as (
                (select organization from chain_link order by organization limit 1)
                union all
                select (select l.organization from chain_link l where l.organization > o.organization
                         order by l.organization limit 1)
                  from o
                 where o.organization is not null)
            """;

    private static final String UNSIGNED = ORGANIZATIONS + """
            select o.organization
              from o
             where (select max(number) from chain_link l where l.organization = o.organization)
                   > coalesce((select max(size) from signed_head h where h.organization = o.organization and h.key_id = $1), 0)
            """;

    private static final String INSERT = """
            insert into signed_head (organization, size, entries, root, signed_at, key_id, note)
            values ($1, $2, $3, $4, $5, $6, $7)
                on conflict (organization, size, key_id) do nothing
            """;

    private static final String KEEP_KEY = """
            insert into signing_key (key_id, pem, first_used_at) values ($1, $2, $3) on conflict (key_id) do nothing
            """;

    private static final String NEWEST = """
            select * from signed_head where organization = $1 and size < $2 order by size desc, signed_at desc limit $3
            """;

    private static final String OF_SIZE = """
            select * from signed_head where organization = $1 and size = $2 order by signed_at desc limit 1
            """;

    private static final String KEYS = "select key_id, pem, first_used_at from signing_key order by first_used_at, key_id";

    private final Pool pool;

    HeadStore(Pool pool) {
        this.pool = pool;
    }

    /** Organizations whose newest links this key has not signed. */
    Uni<List<String>> unsigned(String keyId) {
        return pool.preparedQuery(UNSIGNED)
                .execute(Tuple.of(keyId))
                .map(rows -> rows.stream().map(row -> row.getString(0)).toList());
    }

    /** One which is there already stays. */
    Uni<Void> insert(SignedHead head) {
        return pool.preparedQuery(INSERT)
                .execute(Tuple.tuple()
                        .addString(head.organization())
                        .addLong(head.size())
                        .addLong(head.entries())
                        .addValue(Buffer.buffer(head.root().bytes()))
                        .addOffsetDateTime(head.signedAt().atOffset(ZoneOffset.UTC))
                        .addString(head.keyId())
                        .addString(head.note()))
                .replaceWithVoid();
    }

    Uni<Void> keep(String keyId, String pem, Instant now) {
        return pool.preparedQuery(KEEP_KEY)
                .execute(Tuple.of(keyId, pem, now.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    Uni<List<SignedHead>> newest(String organization, long below, int limit) {
        return pool.preparedQuery(NEWEST).execute(Tuple.of(organization, below, limit)).map(HeadRows::heads);
    }

    Uni<Optional<SignedHead>> ofSize(String organization, long size) {
        return pool.preparedQuery(OF_SIZE)
                .execute(Tuple.of(organization, size))
                .map(rows -> HeadRows.heads(rows).stream().findFirst());
    }

    Uni<List<PublicKeyOfLog>> keys() {
        return pool.query(KEYS)
                .execute()
                .map(rows -> rows.stream()
                        .map(row -> new PublicKeyOfLog(row.getString("key_id"), row.getString("pem"),
                                row.getOffsetDateTime("first_used_at").toInstant()))
                        .toList());
    }
}

package io.tocsin.audit.chain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.proof.Link;
import io.tocsin.proof.merkle.Hash;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

@ApplicationScoped
class ChainStore {

    /** One after the other, in one order for all. A statement of its own: the next one then sees what the one before committed. */
    private static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended('chain of ' || organization, 0))
              from unnest($1::text[]) as o(organization)
            """;

    /** The edge of a tree of n leaves: a subtree for each bit of n, the largest first. */
    private static final String TIPS = """
            select l.*,
                   array(select encode(n.hash, 'base64')
                           from generate_series(0, 62) as bits(bit)
                           join chain_node n on n.organization = l.organization and n.level = bit
                                            and n.number = (l.number >> bit) - 1
                          where (l.number >> bit) & 1 = 1
                          order by bit desc) as edge
              from unnest($1::text[]) as o(organization)
             cross join lateral (select * from chain_link c where c.organization = o.organization
                                  order by c.number desc limit 1) as l
            """;

    private static final String INSERT = """
            with links as (
                insert into chain_link (organization, number, previous, root, first_entry, entries, committed_at)
                select * from unnest($1::text[], $2::bigint[], $3::bytea[], $4::bytea[], $5::bigint[], $6::bigint[], $7::timestamptz[]))
            insert into chain_node (organization, level, number, hash)
            select * from unnest($8::text[], $9::smallint[], $10::bigint[], $11::bytea[])
            """;

    /** A lock which is taken behind the mark is let go of with all else that was done there. */
    private static final String MARK = "savepoint chain";
    private static final String BACK_TO_MARK = "rollback to savepoint chain";

    Uni<Void> mark(SqlConnection transaction) {
        return transaction.preparedQuery(MARK).execute().replaceWithVoid();
    }

    Uni<Void> backToMark(SqlConnection transaction) {
        return transaction.preparedQuery(BACK_TO_MARK).execute().replaceWithVoid();
    }

    Uni<Void> lock(SqlConnection transaction, Collection<String> organizations) {
        return transaction.preparedQuery(LOCK)
                .execute(Tuple.of(organizations.toArray(String[]::new)))
                .replaceWithVoid();
    }

    Uni<Map<String, Tip>> tips(SqlConnection transaction, Collection<String> organizations) {
        return transaction.preparedQuery(TIPS)
                .execute(Tuple.of(organizations.toArray(String[]::new)))
                .map(rows -> {
                    var tips = new HashMap<String, Tip>();
                    rows.forEach(row -> tips.put(row.getString("organization"), tip(row)));
                    return tips;
                });
    }

    private static Tip tip(Row row) {
        return new Tip(LinkRows.toLink(row), Stream.of(row.getArrayOfStrings("edge")).map(Hash::parse).toList());
    }

    Uni<Void> insert(SqlConnection transaction, List<Link> links, List<Node> nodes) {
        return transaction.preparedQuery(INSERT).execute(LinkRows.of(links, nodes)).replaceWithVoid();
    }
}

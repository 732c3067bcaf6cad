package io.tocsin.audit.chain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.proof.Link;
import io.tocsin.proof.merkle.Hash;
import io.tocsin.proof.merkle.Subtree;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

@ApplicationScoped
class ChainReading {

    private static final String LAST = "select * from chain_link where organization = $1 order by number desc limit 1";

    private static final String OF_ENTRY = """
            select * from chain_link where organization = $1 and first_entry <= $2 order by first_entry desc limit 1
            """;

    private static final String FROM_ENTRY = """
            select * from chain_link
             where organization = $1
               and number >= (select max(number) from chain_link where organization = $1 and first_entry <= $2)
               and first_entry <= $3
             order by number
             limit $4
            """;

    private static final String NODES = """
            select n.level, n.number, n.hash
              from unnest($2::smallint[], $3::bigint[]) as w(level, number)
              join chain_node n on n.organization = $1 and n.level = w.level and n.number = w.number
            """;

    private final Pool pool;

    ChainReading(Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<Link>> last(String organization) {
        return pool.preparedQuery(LAST)
                .execute(Tuple.of(organization))
                .map(rows -> rows.stream().map(LinkRows::toLink).findFirst());
    }

    Uni<Optional<Link>> ofEntry(String organization, long entry) {
        return pool.preparedQuery(OF_ENTRY)
                .execute(Tuple.of(organization, entry))
                .map(rows -> rows.stream().map(LinkRows::toLink).filter(link -> entry <= link.lastEntry()).findFirst());
    }

    Uni<List<Link>> links(String organization, long fromEntry, long toEntry, int limit) {
        return pool.preparedQuery(FROM_ENTRY)
                .execute(Tuple.of(organization, fromEntry, toEntry, limit))
                .map(rows -> rows.stream().map(LinkRows::toLink).toList());
    }

    Uni<Map<Subtree, Hash>> nodes(String organization, Collection<Subtree> places) {
        return pool.preparedQuery(NODES)
                .execute(Tuple.tuple()
                        .addString(organization)
                        .addArrayOfShort(places.stream().map(place -> (short) place.level()).toArray(Short[]::new))
                        .addArrayOfLong(places.stream().map(Subtree::number).toArray(Long[]::new)))
                .map(rows -> {
                    var nodes = new HashMap<Subtree, Hash>();
                    rows.forEach(row -> nodes.put(new Subtree(row.getShort("level"), row.getLong("number")),
                            Hash.of(row.getBuffer("hash").getBytes())));
                    return nodes;
                });
    }
}

package io.tocsin.audit.chain;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;
import io.tocsin.proof.Link;
import io.tocsin.proof.merkle.Hash;
import io.tocsin.proof.merkle.MerkleTree;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * What one transaction adds to chains.
 *
 * @param trees over the entries of each organization
 * @param entries stores them, where their links are
 */
record Commit(SqlConnection transaction, SortedMap<String, MerkleTree> trees,
        Function<Map<String, Position>, Uni<Void>> entries) {

    static Commit of(SqlConnection transaction, Map<String, List<Hash>> leaves,
            Function<Map<String, Position>, Uni<Void>> entries) {
        var trees = new TreeMap<String, MerkleTree>();
        leaves.forEach((organization, hashes) -> trees.put(organization, new MerkleTree(hashes)));
        return new Commit(transaction, trees, entries);
    }

    /** Its links behind these tips. */
    Map<String, Link> links(Map<String, Tip> tips, Function<String, Instant> time) {
        var links = new HashMap<String, Link>();
        trees.forEach((organization, tree) -> links.put(organization,
                Tip.of(organization, tips).next(organization, tree, time.apply(organization))));
        return links;
    }
}

package io.tocsin.audit.chain;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import io.tocsin.proof.Link;
import io.tocsin.proof.merkle.GrowingTree;
import io.tocsin.proof.merkle.Hash;
import io.tocsin.proof.merkle.MerkleTree;

/**
 * Where the chain of an organization ends.
 *
 * @param last null when it has not begun
 * @param edge the subtrees of the right edge, largest first
 */
record Tip(Link last, List<Hash> edge) {

    private static final Tip NONE = new Tip(null, List.of());

    static Tip of(String organization, Map<String, Tip> tips) {
        return tips.getOrDefault(organization, NONE);
    }

    Link next(String organization, MerkleTree entries, Instant time) {
        return last == null
                ? Link.first(organization, entries.root(), entries.size(), time)
                : last.next(entries.root(), entries.size(), time);
    }

    /** The subtrees which are complete with this link. */
    List<Node> nodes(Link link) {
        return tree().add(link.hash())
                .entrySet()
                .stream()
                .map(node -> new Node(link.organization(), node.getKey(), node.getValue()))
                .toList();
    }

    private GrowingTree tree() {
        return last == null ? new GrowingTree() : new GrowingTree(last.number(), nextOf(edge.iterator()));
    }

    private static io.tocsin.proof.merkle.Nodes nextOf(Iterator<Hash> hashes) {
        return subtree -> hashes.next();
    }
}

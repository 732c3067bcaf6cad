package io.tocsin.audit.chain;

import java.util.Iterator;
import java.util.List;

import io.tocsin.proof.Link;
import io.tocsin.proof.merkle.GrowingTree;
import io.tocsin.proof.merkle.Hash;

/**
 * Where the chain of an organization ends.
 *
 * @param last null when it has not begun
 * @param edge the subtrees of the right edge, largest first
 */
record Tip(Link last, List<Hash> edge) {

    static final Tip NONE = new Tip(null, List.of());

    GrowingTree tree() {
        return last == null ? new GrowingTree() : new GrowingTree(last.number(), nextOf(edge.iterator()));
    }

    private static io.tocsin.proof.merkle.Nodes nextOf(Iterator<Hash> hashes) {
        return subtree -> hashes.next();
    }
}

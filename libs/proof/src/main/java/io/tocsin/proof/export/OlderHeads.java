package io.tocsin.proof.export;

import java.util.ArrayList;
import java.util.List;

import io.tocsin.proof.Link;
import io.tocsin.proof.TreeHead;
import io.tocsin.proof.export.Finding.Kind;
import io.tocsin.proof.merkle.GrowingTree;

/** Heads which somebody kept elsewhere: the log of today must begin with the log of then. */
final class OlderHeads {

    private final List<TreeHead> open;
    private final GrowingTree tree = new GrowingTree();

    OlderHeads(List<TreeHead> heads) {
        open = new ArrayList<>(heads);
    }

    void passed(Link link) {
        if (link.number() == tree.size() + 1) {
            tree.add(link.hash());
            open.removeIf(head -> head.size() == link.number() && isMet(head, link));
        }
    }

    private boolean isMet(TreeHead head, Link link) {
        if (head.organization().equals(link.organization()) && head.root().equals(tree.root())
                && head.entries() == link.lastEntry()) {
            return true;
        }
        throw new Tampered(Kind.ALTERED, 1, "the log does not begin with what the head of " + head.time() + " (" + head.size()
                + " commits) covers: at or before entry " + link.lastEntry() + " it was written anew");
    }

    void requireAllMet(boolean fromTheStart) {
        if (!open.isEmpty()) {
            var head = open.get(0);
            throw new Tampered(Kind.UNPROVEN, 1, fromTheStart
                    ? "the head of " + head.time() + " covers " + head.size() + " commits, which is more than the file has"
                    : "a head of earlier can only be checked with an export from entry 1 on");
        }
    }
}

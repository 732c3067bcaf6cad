package io.tocsin.proof.merkle;

import java.util.ArrayList;
import java.util.List;

/** A whole tree in memory, for as many leaves as one commit has. */
public final class MerkleTree implements Nodes {

    private final List<List<Hash>> levels = new ArrayList<>();

    public MerkleTree(List<Hash> leaves) {
        levels.add(List.copyOf(leaves));
        for (var below = levels.get(0); below.size() > 1; below = levels.get(levels.size() - 1)) {
            levels.add(above(below));
        }
    }

    public int size() {
        return levels.get(0).size();
    }

    public Hash root() {
        return fold(TreeShape.root(size()));
    }

    /** The audit path of a leaf. */
    public List<Hash> path(int index) {
        return foldEach(TreeShape.path(index, size()));
    }

    @Override
    public Hash apply(Subtree subtree) {
        return levels.get(subtree.level()).get(Math.toIntExact(subtree.number()));
    }

    private static List<Hash> above(List<Hash> below) {
        var above = new ArrayList<Hash>(below.size() / 2);
        for (var i = 0; i + 1 < below.size(); i += 2) {
            above.add(Hash.node(below.get(i), below.get(i + 1)));
        }
        return above;
    }
}

package io.tocsin.proof.merkle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A tree which is only ever added to: it holds its right edge, and tells which complete subtrees each new leaf makes. */
public final class GrowingTree {

    private final Map<Subtree, Hash> edge = new LinkedHashMap<>();
    private long size;

    /** An empty one. */
    public GrowingTree() {}

    /** @param nodes those of {@link #edge} at least */
    public GrowingTree(long size, Nodes nodes) {
        this.size = size;
        TreeShape.root(size).forEach(part -> edge.put(part, nodes.apply(part)));
    }

    /** What must be known of a tree to go on with it. */
    public static List<Subtree> edge(long size) {
        return TreeShape.root(size);
    }

    /** The subtrees which are complete from now on, the leaf first. */
    public Map<Subtree, Hash> add(Hash leaf) {
        var complete = new LinkedHashMap<Subtree, Hash>();
        var place = Subtree.leaf(size++);
        var hash = leaf;
        complete.put(place, hash);
        while (place.isRight()) {
            hash = Hash.node(edge.remove(place.sibling()), hash);
            place = place.parent();
            complete.put(place, hash);
        }
        edge.put(place, hash);
        return complete;
    }

    public long size() {
        return size;
    }

    public Hash root() {
        Nodes nodes = edge::get;
        return nodes.fold(new ArrayList<>(TreeShape.root(size)));
    }
}

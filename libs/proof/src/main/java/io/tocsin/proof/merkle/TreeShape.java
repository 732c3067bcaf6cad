package io.tocsin.proof.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * Which complete subtrees a root, an audit path or a consistency proof is made of (RFC 6962 sections 2.1, 2.1.1, 2.1.2), so
 * that they can be fetched before anything is computed. Each hash of a proof is a list of subtrees, to be folded by
 * {@link Nodes#fold}.
 */
public final class TreeShape {

    private TreeShape() {}

    public static List<Subtree> root(long size) {
        return range(0, size);
    }

    /** The audit path of leaf {@code index} among {@code size} leaves, from the leaf upwards. */
    public static List<List<Subtree>> path(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("there is no leaf " + index + " among " + size);
        }
        var path = new ArrayList<List<Subtree>>();
        path(index, 0, size, path);
        return path;
    }

    /** That the tree of {@code older} leaves is the beginning of that of {@code newer}. */
    public static List<List<Subtree>> consistency(long older, long newer) {
        if (older < 0 || older > newer) {
            throw new IllegalArgumentException("a tree of " + newer + " does not begin with one of " + older);
        }
        var proof = new ArrayList<List<Subtree>>();
        if (older > 0) {
            consistency(older, 0, newer, true, proof);
        }
        return proof;
    }

    private static void path(long index, long from, long until, List<List<Subtree>> path) {
        if (until - from == 1) {
            return;
        }
        var middle = from + split(until - from);
        if (index < middle) {
            path(index, from, middle, path);
            path.add(range(middle, until));
        } else {
            path(index, middle, until, path);
            path.add(range(from, middle));
        }
    }

    private static void consistency(long older, long from, long until, boolean whole, List<List<Subtree>> proof) {
        if (older == until) {
            if (!whole) {
                proof.add(range(from, until));
            }
            return;
        }
        var middle = from + split(until - from);
        if (older <= middle) {
            consistency(older, from, middle, whole, proof);
            proof.add(range(middle, until));
        } else {
            consistency(older, middle, until, false, proof);
            proof.add(range(from, middle));
        }
    }

    /** The largest power of two below a size. */
    private static long split(long size) {
        return Long.highestOneBit(size - 1);
    }

    /** Largest first, as they lie from left to right; {@code from} is a multiple of the largest. */
    private static List<Subtree> range(long from, long until) {
        var parts = new ArrayList<Subtree>();
        for (var at = from; at < until;) {
            var size = Long.highestOneBit(until - at);
            parts.add(new Subtree(Long.numberOfTrailingZeros(size), at / size));
            at += size;
        }
        return parts;
    }
}

package io.tocsin.proof.merkle;

import java.util.List;

/** Checks proofs with nothing but hashes, as RFC 9162 sections 2.1.3.2 and 2.1.4.2 describe it. */
public final class Proofs {

    private Proofs() {}

    /** Whether this leaf is number {@code index} of the {@code size} leaves under this root. */
    public static boolean included(Hash leaf, long index, long size, List<Hash> path, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        var at = index;
        var last = size - 1;
        var hash = leaf;
        for (var beside : path) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                hash = Hash.node(beside, hash);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Hash.node(hash, beside);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /** Whether the tree of {@code older} leaves is the beginning of that of {@code newer}; an empty one begins them all. */
    public static boolean consistent(long older, Hash olderRoot, long newer, Hash newerRoot, List<Hash> proof) {
        if (older == 0 || older == newer) {
            return proof.isEmpty() && (older == 0 || olderRoot.equals(newerRoot));
        }
        if (older < 0 || older > newer || proof.isEmpty()) {
            return false;
        }
        var isComplete = Long.bitCount(older) == 1;
        var start = isComplete ? olderRoot : proof.get(0);
        return climb(older, newer, start, isComplete ? proof : proof.subList(1, proof.size()), olderRoot, newerRoot);
    }

    private static boolean climb(long older, long newer, Hash start, List<Hash> rest, Hash olderRoot, Hash newerRoot) {
        var shift = Long.numberOfTrailingZeros(older);
        var at = (older - 1) >> shift;
        var last = (newer - 1) >> shift;
        var before = start;
        var after = start;
        for (var beside : rest) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                before = Hash.node(beside, before);
                after = Hash.node(beside, after);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                after = Hash.node(after, beside);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && before.equals(olderRoot) && after.equals(newerRoot);
    }
}

package io.tocsin.proof.merkle;

import java.util.List;
import java.util.function.Function;

/** The hashes of complete subtrees, wherever they are kept. */
public interface Nodes extends Function<Subtree, Hash> {

    /** One hash over subtrees which lie beside each other, as {@link TreeShape} lists them. */
    default Hash fold(List<Subtree> parts) {
        if (parts.isEmpty()) {
            return Hash.nothing();
        }
        var hash = apply(parts.get(parts.size() - 1));
        for (var i = parts.size() - 2; i >= 0; i--) {
            hash = Hash.node(apply(parts.get(i)), hash);
        }
        return hash;
    }

    default List<Hash> foldEach(List<List<Subtree>> proof) {
        return proof.stream().map(this::fold).toList();
    }
}

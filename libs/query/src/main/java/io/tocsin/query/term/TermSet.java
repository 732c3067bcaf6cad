package io.tocsin.query.term;

import java.util.Arrays;

/** Hashes, each once when they are taken out. */
final class TermSet {

    private int[] hashes = new int[64];
    private int size;

    void add(int hash) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * size);
        }
        hashes[size++] = hash;
    }

    void addAll(int[] others) {
        for (var hash : others) {
            add(hash);
        }
    }

    /** All of them, in ascending order; none is left. */
    int[] take() {
        Arrays.sort(hashes, 0, size);
        var distinct = 0;
        for (var at = 0; at < size; at++) {
            if (at == 0 || hashes[at] != hashes[at - 1]) {
                hashes[distinct++] = hashes[at];
            }
        }
        size = 0;
        return Arrays.copyOf(hashes, distinct);
    }
}

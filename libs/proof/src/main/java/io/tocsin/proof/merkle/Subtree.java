package io.tocsin.proof.merkle;

/**
 * A complete subtree: it never changes, however the tree grows.
 *
 * @param level 0 for a leaf; the subtree has 2^level leaves
 * @param number how many subtrees of its size lie left of it
 */
public record Subtree(int level, long number) {

    static Subtree leaf(long index) {
        return new Subtree(0, index);
    }

    boolean isRight() { return (number & 1) == 1; }

    Subtree sibling() {
        return new Subtree(level, number ^ 1);
    }

    Subtree parent() {
        return new Subtree(level + 1, number >> 1);
    }
}

package io.tocsin.proof.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TreePropertyTest {

    private static final int MOST = 70;

    @Property
    void everyLeafIsProvenAndNoOtherIs(@ForAll @IntRange(min = 1, max = MOST) int size, @ForAll @IntRange(max = MOST
            - 1) int at) {
        var index = at % size;
        var leaves = leaves(size);
        var tree = new MerkleTree(leaves);

        var path = tree.path(index);

        assertThat(Proofs.included(leaves.get(index), index, size, path, tree.root())).isTrue();
        assertThat(Proofs.included(leaf(-1), index, size, path, tree.root())).isFalse();
        assertThat(Proofs.included(leaves.get(index), index + 1, size, path, tree.root())).isFalse();
        assertThat(Proofs.included(leaves.get(index), index, size, longer(path), tree.root())).isFalse();
        assertThat(Proofs.included(leaves.get(index), index, size, path, leaf(-1))).isFalse();
    }

    @Property
    void everyTreeBeginsWithEachOlderOneAndWithNoOther(@ForAll @IntRange(min = 1, max = MOST) int size,
            @ForAll @IntRange(max = MOST) int at) {
        var older = at % (size + 1);
        var tree = new MerkleTree(leaves(size));
        var olderRoot = new MerkleTree(leaves(older)).root();

        var proof = tree.foldEach(TreeShape.consistency(older, size));

        assertThat(Proofs.consistent(older, olderRoot, size, tree.root(), proof)).isTrue();
        if (older > 0) {
            assertThat(Proofs.consistent(older, leaf(-1), size, tree.root(), proof)).isFalse();
            assertThat(Proofs.consistent(older, olderRoot, size, leaf(-1), proof)).isFalse();
        }
    }

    @Property
    void aTreeWhichGrowsHasTheRootOfAWholeOneAndLeavesEveryNodeBehind(@ForAll @IntRange(min = 1, max = MOST) int size,
            @ForAll @IntRange(max = MOST) int pause) {
        Map<Subtree, Hash> kept = new HashMap<>();
        var leaves = leaves(size);
        var growing = new GrowingTree();

        for (var leaf : leaves) {
            growing = growing.size() == pause ? new GrowingTree(pause, kept::get) : growing;
            kept.putAll(growing.add(leaf));
        }

        Nodes nodes = kept::get;
        assertThat(growing.root()).isEqualTo(new MerkleTree(leaves).root()).isEqualTo(nodes.fold(TreeShape.root(size)));
        assertThat(nodes.foldEach(TreeShape.path(size - 1, size))).isEqualTo(new MerkleTree(leaves).path(size - 1));
    }

    private static List<Hash> leaves(int size) {
        return IntStream.range(0, size).mapToObj(TreePropertyTest::leaf).toList();
    }

    private static Hash leaf(int number) {
        return Hash.leaf(new byte[]{ (byte) number });
    }

    private static List<Hash> longer(List<Hash> path) {
        var longer = new ArrayList<>(path);
        longer.add(leaf(-2));
        return longer;
    }
}

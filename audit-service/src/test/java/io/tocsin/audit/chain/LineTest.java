package io.tocsin.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.tocsin.proof.Link;
import io.tocsin.proof.merkle.Hash;
import io.tocsin.proof.merkle.MerkleTree;

class LineTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Hash ROOT = new MerkleTree(List.of(Hash.nothing())).root();

    private final Line line = new Line();

    private static Link link(long number, long firstEntry, long entries) {
        return new Link("acme", number, number == 1 ? null : ROOT, ROOT, firstEntry, entries, NOON);
    }

    /** The first of a chain which had nothing. */
    private Link begun() {
        var first = line.join(2, NOON);
        first.linked(link(1, 1, 2));
        first.leave();
        return link(1, 1, 2);
    }

    private static Position foretold(Turn turn) {
        return turn.forecast().getNow(null).orElse(null);
    }

    @Test
    void whoIsFirstIsToldNothingAndWaitsForNobody() {
        var turn = line.join(3, NOON);

        assertThat(turn.forecast()).isCompleted();
        assertThat(foretold(turn)).isNull();
        assertThat(turn.comes()).isCompleted();
    }

    @Test
    void whoComesLaterIsToldItsPositionAtOnceAndWaitsForTheLock() {
        begun();

        var third = line.join(10, NOON.plusSeconds(1));
        var fourth = line.join(1, NOON);

        assertThat(foretold(third)).isEqualTo(new Position(3, NOON.plusSeconds(1)));
        assertThat(foretold(fourth)).isEqualTo(new Position(13, NOON.plusSeconds(1)));
        assertThat(third.comes()).isCompleted();
        assertThat(fourth.comes()).isNotDone();
    }

    @Test
    void theNextOnesTurnComesWithTheLockOfTheOneBeforeOrWhenThatHasLeft() {
        begun();
        var second = line.join(1, NOON);
        var third = line.join(1, NOON);
        var fourth = line.join(1, NOON);

        second.linked(link(2, 3, 1));
        assertThat(third.comes()).isCompleted();
        assertThat(fourth.comes()).isNotDone();

        third.leave();
        assertThat(fourth.comes()).isCompleted();
    }

    @Test
    void afterAnotherReplicasLinkNothingIsForetoldUntilTwoOfThisOneFollowEachOther() {
        begun();
        var second = line.join(1, NOON);
        second.linked(link(3, 8, 1));

        var third = line.join(1, NOON);
        assertThat(foretold(third)).isNull();
        third.linked(link(4, 9, 1));

        assertThat(foretold(line.join(1, NOON))).isEqualTo(new Position(10, NOON));
    }

    /** The line never empties, and is right again nevertheless. */
    @Test
    void afterOneThatLeftWithoutALinkTheNextIsToldWhatTheLastOfTheLineFinds() {
        begun();
        var failing = line.join(5, NOON);
        var behind = line.join(1, NOON);
        failing.leave();
        behind.linked(link(2, 3, 1));

        var next = line.join(4, NOON);
        var last = line.join(1, NOON);

        assertThat(foretold(next)).isEqualTo(new Position(4, NOON));
        assertThat(foretold(last)).isEqualTo(new Position(8, NOON));
    }

    @Test
    void whoJoinsWhileOthersWereToldWronglyWaitsForTheLastOfThem() {
        begun();
        var failing = line.join(5, NOON);
        var behind = line.join(1, NOON);
        var last = line.join(1, NOON);
        failing.leave();
        behind.linked(link(2, 3, 1));

        var next = line.join(1, NOON);
        assertThat(next.forecast()).isNotDone();
        last.linked(link(3, 4, 1));

        assertThat(foretold(next)).isEqualTo(new Position(5, NOON));
    }
}

package io.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntPredicate;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CheckpointsTest {

    private static final int REACH = 24 * 60;
    private static final int BEGIN = 29_000_000;
    private static final byte[] STATE = {};

    @Property
    void whatIsNotTakenOnTheWayWouldNotHaveBeenKept(@ForAll @IntRange(max = 1_000) int offset,
            @ForAll @IntRange(max = 3 * REACH) int minutes) {
        var first = BEGIN + offset;
        var last = first + minutes;

        var all = taken(first, last, minute -> Checkpoints.outlasts(minute, minute));
        var some = taken(first, last, minute -> Checkpoints.outlasts(minute, last));

        assertThat(some.lasting().keySet()).isEqualTo(all.lasting().keySet());
        assertThat(some.size()).isEqualTo(all.size());
    }

    private static Checkpoints taken(int first, int last, IntPredicate worth) {
        var checkpoints = new Checkpoints(REACH);
        for (int minute = first; minute <= last; minute++) {
            if (worth.test(minute)) {
                checkpoints.add(minute, STATE);
            }
        }
        checkpoints.add(last, STATE);
        return checkpoints;
    }
}

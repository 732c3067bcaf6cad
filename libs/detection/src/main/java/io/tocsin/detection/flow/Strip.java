package io.tocsin.detection.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The last 64 minutes of a flow, one bit a minute, the lowest the latest: in which a round began, and which of these failed. */
public final class Strip {

    public static final int MINUTES = Long.SIZE;

    private long rounds;
    private long failures;
    private long judged;

    Strip() {}

    Strip(DataInput in) throws IOException {
        rounds = in.readLong();
        failures = in.readLong();
        judged = in.readLong();
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(rounds);
        out.writeLong(failures);
        out.writeLong(judged);
    }

    void advance(int minutes) {
        rounds = minutes >= MINUTES ? 0 : rounds << minutes;
        failures = minutes >= MINUTES ? 0 : failures << minutes;
        judged = minutes >= MINUTES ? 0 : judged << minutes;
    }

    void add(boolean failed) {
        rounds |= 1;
        failures |= failed ? 1 : 0;
    }

    /** What failed up to now has been judged: it is no evidence for anything to come. */
    public void close() {
        judged = -1;
    }

    /** The rounds which are evidence. */
    public long open() {
        return rounds & ~judged;
    }

    public boolean hasRound(int minutesAgo) {
        return (rounds >>> minutesAgo & 1) != 0;
    }

    public boolean failed(int minutesAgo) {
        return (failures >>> minutesAgo & 1) != 0;
    }

    /** The rounds without a break before that of this minute which failed. */
    int roundsFailedBefore() {
        var count = 0;
        for (var left = rounds & ~1L; left != 0 && (failures & Long.lowestOneBit(left)) != 0; left &= left - 1) {
            count++;
        }
        return count;
    }

    /** The healthy rounds between the failure before that of this minute and it; 0 if it failed in the last one, or never. */
    int roundsHealthyBefore() {
        var before = rounds & ~1L;
        var failed = failures & before;
        return failed == 0 ? 0 : Long.bitCount(before & Long.lowestOneBit(failed) - 1);
    }

    /** Whether a round that is evidence failed in any of the latest minutes, this one included. */
    public boolean failedSince(int minutesAgo) {
        return (failures & open() & -1L >>> MINUTES - 1 - minutesAgo) != 0;
    }

    public long failures() {
        return failures;
    }

    /** Whether any of the latest rounds failed. */
    public boolean failedWithin(int latestRounds) {
        var left = rounds;
        for (int count = 0; count < latestRounds && left != 0; count++) {
            var latest = Long.lowestOneBit(left);
            if ((failures & latest) != 0) {
                return true;
            }
            left ^= latest;
        }
        return false;
    }
}

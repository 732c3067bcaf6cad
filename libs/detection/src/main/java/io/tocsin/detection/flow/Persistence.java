package io.tocsin.detection.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How the failures go on which flows have of themselves, learned from all flows of the organization: of those which have failed for so
 * many rounds, the share that fails again, and the same of those which have been well again for so many. Failures last, and come in
 * bursts.
 */
public final class Persistence {

    private static final double LONGEST = 0.95;

    /** What is taken for granted before anything was seen: most are short, but what lasts tends to last; and few come back. */
    private static final double ENDS_AT_FIRST = 0.5;
    private static final double COMES_BACK_AT_FIRST = 0.1;

    private final Shares lasting = new Shares();
    private final Shares returning = new Shares();

    void learn(Flow flow) {
        var failed = flow.strip().roundsFailedBefore();
        var healthy = flow.strip().roundsHealthyBefore();
        if (failed > 0) {
            lasting.add(failed, flow.isFailing());
        } else if (healthy > 0) {
            returning.add(healthy, flow.isFailing());
        }
    }

    void advance(int minutes) {
        lasting.advance(minutes);
        returning.advance(minutes);
    }

    /** The chance that the next round fails, of a flow which has failed for this many rounds, one or more. */
    public double goesOn(int rounds) {
        return Math.min(LONGEST, lasting.drawnTo(1 - ENDS_AT_FIRST / rounds, rounds));
    }

    /** The chance that the next round fails, of a flow which failed before these healthy rounds, one or more. */
    public double comesBack(int rounds) {
        return rounds > Shares.AGES ? 0 : returning.drawnTo(COMES_BACK_AT_FIRST / rounds, rounds);
    }

    /** Of a flow of which the beginning is not known. */
    public double longest() {
        return LONGEST;
    }

    void write(DataOutput out) throws IOException {
        lasting.write(out);
        returning.write(out);
    }

    void read(DataInput in) throws IOException {
        lasting.read(in);
        returning.read(in);
    }
}

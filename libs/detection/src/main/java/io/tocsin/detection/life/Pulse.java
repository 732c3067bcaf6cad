package io.tocsin.detection.life;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

import io.tocsin.detection.flow.Flow;

/** Whether an event goes on: enough of its flows fail, of the most that ever failed together. */
final class Pulse {

    private static final int FEWEST = 2;

    /** In how many rounds one failure that a flow has of itself is seen. */
    private static final double ROUNDS_OF_OWN = 4;

    private int until;
    private int mostFailing;

    Pulse(int minute) {
        until = minute;
    }

    Pulse(DataInput in) throws IOException {
        until = in.readInt();
        mostFailing = in.readInt();
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(until);
        out.writeInt(mostFailing);
    }

    /**
     * What this minute says.
     *
     * @param flows all that the event touched of its component
     * @param failing those of them which fail, or did until a round ago
     */
    void beat(int minute, List<Flow> flows, List<Flow> failing, LifeSettings settings) {
        mostFailing = Math.max(mostFailing, failing.size());
        if (failing.size() >= Math.max(FEWEST, settings.failingShare() * mostFailing) + byThemselves(flows)
                && failing.stream().anyMatch(Flow::isFailing)) {
            until = minute;
        }
    }

    /** How many of them would fail without the event, or have done so a round ago. */
    static double byThemselves(List<Flow> flows) {
        return Math.floor(flows.stream().mapToDouble(Flow::expectedOnsets).sum() * ROUNDS_OF_OWN);
    }

    /** It goes on with fewer flows. */
    void shrinkTo(int failing, int minute) {
        mostFailing = failing;
        until = minute;
    }

    /** The last minute with enough failures. */
    int until() {
        return until;
    }

    /** @param interval minutes between the rounds of its tests */
    boolean isOver(int minute, int interval, LifeSettings settings) {
        return minute - until >= Math.max(settings.quietMinutes(), 2 * interval);
    }
}

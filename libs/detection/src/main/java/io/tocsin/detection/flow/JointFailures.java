package io.tocsin.detection.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tests which flap: again and again they begin to fail for many agents at once, and no event explains it. Flows which fail together by
 * habit are no evidence, however seldom each of them fails; flows which fail each for itself need no such rule.
 */
final class JointFailures {

    private static final int FEWEST = 3;
    private static final double SHARE = 0.25;
    private static final double BEYOND_CHANCE = 4;
    private static final double FORGOTTEN = 0.05;

    /** What one minute said of a test. */
    private static final class Minute {

        private int rounds;
        private int onsets;
        private double expected;

        private boolean isJoint() { return onsets >= Math.max(FEWEST, SHARE * rounds) && onsets >= BEYOND_CHANCE * expected; }
    }

    private final NoiseSettings settings;
    private final Map<String, Double> unrest = new TreeMap<>();
    private final Set<String> noisy = new TreeSet<>();
    private final Map<String, Minute> now = new TreeMap<>();

    JointFailures(NoiseSettings settings) {
        this.settings = settings;
    }

    /** A round of this minute of a flow whose failures no event explains. */
    void see(Flow flow, boolean onset) {
        var minute = now.computeIfAbsent(flow.key().testName(), none -> new Minute());
        minute.rounds++;
        minute.onsets += onset ? 1 : 0;
        minute.expected += flow.roundsFailedBefore() == 0 ? flow.expectedOnsets() : 0;
    }

    void closeMinute() {
        now.forEach(this::learn);
        now.clear();
    }

    private void learn(String test, Minute minute) {
        var after = unrest.getOrDefault(test, 0.0) * Math.pow(0.5, 1 / settings.halfLifeRounds()) + (minute.isJoint() ? 1 : 0);
        if (after < FORGOTTEN) {
            unrest.remove(test);
        } else {
            unrest.put(test, after);
        }
        if (after >= settings.onsetsToLeave()) {
            noisy.add(test);
        } else if (after < settings.onsetsToReturn()) {
            noisy.remove(test);
        }
    }

    boolean isNoisy(Flow flow) {
        return !noisy.isEmpty() && noisy.contains(flow.key().testName());
    }

    /** @param tests of which there are flows */
    void keepOnly(Set<String> tests) {
        unrest.keySet().retainAll(tests);
        noisy.retainAll(tests);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(unrest.size());
        for (var entry : unrest.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeDouble(entry.getValue());
            out.writeBoolean(noisy.contains(entry.getKey()));
        }
    }

    void read(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            var test = in.readUTF();
            unrest.put(test, in.readDouble());
            if (in.readBoolean()) {
                noisy.add(test);
            }
        }
    }
}

package io.tocsin.alerts.round;

import java.util.List;

/**
 * How many sources must violate in X of the last Y rounds, wire/thousandeyes.md §4.5 (2).
 *
 * @param required X
 * @param outOf Y
 * @param exact whether a source counts only if it violates in X of these rounds itself
 * @param minimumSources from 1
 * @param minimumSourcesPct of the sources which reported lately, from 0; the greater of both minimums holds
 */
public record GlobalCondition(int required, int outOf, boolean exact, int minimumSources, int minimumSourcesPct) {

    /** Nothing before these many rounds matters to any rule: Y is at most 10. */
    public static final int LOOK_BACK = 10;

    /** One which missed a round or two is not gone. */
    private static final int PATIENCE = 3;

    public GlobalCondition {
        if (required < 1 || required > outOf || outOf > LOOK_BACK || minimumSources < 1 || minimumSourcesPct < 0) {
            throw new IllegalArgumentException("X of Y and the minimums must be in range");
        }
    }

    /**
     * Whether the last of the rounds completes it: a round in which too few violate never does, so that what cleared does not open
     * again for what violated before.
     *
     * @param rounds the last ones in their order, {@link #LOOK_BACK} of them if there are so many
     */
    boolean isCompletedBy(List<Round> rounds) {
        return standing(rounds).holds();
    }

    /** How it stands in the last of the rounds. */
    public Standing standing(List<Round> rounds) {
        var enough = enough(rounds);
        var window = last(rounds, outOf);
        int violating = window.get(window.size() - 1).violations().size();
        return exact
                ? new Standing(this, enough, violating, violatingOften(window), window.size())
                : new Standing(this, enough, violating, roundsWith(enough, window), window.size());
    }

    private static int roundsWith(int enough, List<Round> window) {
        return (int) window.stream().filter(round -> round.violations().size() >= enough).count();
    }

    private int violatingOften(List<Round> window) {
        return (int) window.get(window.size() - 1)
                .violations()
                .keySet()
                .stream()
                .filter(source -> window.stream().filter(round -> round.isViolatedBy(source)).count() >= required)
                .count();
    }

    private int enough(List<Round> rounds) {
        if (minimumSourcesPct == 0) {
            return minimumSources;
        }
        var known = rounds.stream().flatMap(round -> round.sources().stream()).distinct().count();
        return (int) Math.max(minimumSources, (known * minimumSourcesPct + 99) / 100);
    }

    /** A source which violated and then stayed silent for so many rounds has left the test. */
    int patience() {
        return Math.max(outOf, PATIENCE);
    }

    public static List<Round> last(List<Round> rounds, int count) {
        return rounds.subList(Math.max(0, rounds.size() - count), rounds.size());
    }
}

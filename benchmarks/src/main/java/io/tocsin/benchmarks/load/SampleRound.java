package io.tocsin.benchmarks.load;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Results which are stored together: a part of the tests in one round, from all agents.
 *
 * @param begin of the round
 * @param firstTest and the nine after it
 */
record SampleRound(Instant begin, int firstTest) {

    static final int TESTS = 1_000;
    static final int AGENTS = 50;
    static final double AVAILABILITY = 100;
    static final double THROUGHPUT = 4_269_500;

    private static final int TESTS_TOGETHER = 10;
    static final int RESULTS = TESTS_TOGETHER * AGENTS;

    private static final int CALLS = TESTS / TESTS_TOGETHER;

    interface Visitor {

        void result(int test, int agent);
    }

    /** Round after round of this day, a minute each; a day is a partition. */
    static SampleRound number(long call) {
        var today = Instant.now().truncatedTo(ChronoUnit.DAYS);
        return new SampleRound(today.plus(call / CALLS, ChronoUnit.MINUTES), (int) (call % CALLS) * TESTS_TOGETHER);
    }

    static long responseMillis(int agent) {
        return 80L + agent;
    }

    void each(Visitor visitor) {
        for (var test = firstTest; test < firstTest + TESTS_TOGETHER; test++) {
            for (var agent = 0; agent < AGENTS; agent++) {
                visitor.result(test, agent);
            }
        }
    }
}

package io.tocsin.benchmarks.evaluation;

import io.tocsin.benchmarks.workbench.Arguments;

/**
 * How much is watched by how many, and how long. Each rule watches all tests.
 *
 * @param warmUp rounds before the measured ones
 */
public record EvaluationOptions(int rules, int tests, int agents, int warmUp, int rounds) {

    public static EvaluationOptions parse(String... arguments) {
        var given = Arguments.parse(arguments, "--rules", "--tests", "--agents", "--warm-up", "--rounds");
        return new EvaluationOptions(given.number("--rules", 200), given.number("--tests", 1_000), given.number("--agents", 50),
                given.number("--warm-up", 4), given.number("--rounds", 8));
    }

    /** Results of one round. */
    int results() {
        return tests * agents;
    }
}

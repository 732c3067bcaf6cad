package io.tocsin.benchmarks.pipeline;

import io.tocsin.benchmarks.workbench.Arguments;

/** How many tests are measured from how many agents, a round a minute, and for how many minutes. */
public record PipelineOptions(int tests, int agents, int minutes) {

    public static PipelineOptions parse(String... arguments) {
        var given = Arguments.parse(arguments, "--tests", "--agents", "--minutes");
        return new PipelineOptions(given.number("--tests", 1_000), given.number("--agents", 50), given.number("--minutes", 12));
    }

    int resultsOfAMinute() {
        return tests * agents;
    }
}

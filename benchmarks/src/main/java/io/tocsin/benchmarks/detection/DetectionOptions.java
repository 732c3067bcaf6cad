package io.tocsin.benchmarks.detection;

import java.security.SecureRandom;

import io.tocsin.benchmarks.detection.world.WorldSize;
import io.tocsin.benchmarks.detection.world.WorldSize.Faults;
import io.tocsin.benchmarks.workbench.Arguments;

/**
 * How many worlds, and from which seed on. Without one they are drawn afresh from those above {@value #LAST_TUNED}: the numbers of the
 * method were chosen on seeds up to that.
 */
public record DetectionOptions(int worlds, int published, int quiet, int costMinutes, int seed, Talk talk) {

    /**
     * @param daysOnly only worlds with imagined faults
     * @param verbose every fault and every event
     */
    record Talk(boolean daysOnly, boolean verbose) {}

    private static final int LAST_TUNED = 1_000;
    private static final int LEARNING_MINUTES = 7 * 60;
    private static final int DAY_MINUTES = 24 * 60;
    private static final int AGENTS = 24;
    private static final int TARGETS = 26;
    private static final int FAULTS = 6;

    public static DetectionOptions parse(String... arguments) {
        var given = Arguments.parse(arguments, "--worlds", "--published-worlds", "--quiet-days", "--cost-minutes", "--seed",
                "--verbose?",
                "--days-only?");
        var fresh = LAST_TUNED + 1 + new SecureRandom().nextInt(900_000_000);
        return new DetectionOptions(given.number("--worlds", 20), given.number("--published-worlds", 8),
                given.number("--quiet-days", 14), given.number("--cost-minutes", 10), given.number("--seed", fresh),
                new Talk(given.has("--days-only"), given.has("--verbose")));
    }

    WorldSize halfADay() {
        return new WorldSize(AGENTS, TARGETS, LEARNING_MINUTES, DAY_MINUTES / 2, FAULTS, Faults.IMAGINED);
    }

    WorldSize publishedHalfADay() {
        return new WorldSize(AGENTS, TARGETS, LEARNING_MINUTES, DAY_MINUTES / 2, FAULTS, Faults.PUBLISHED);
    }

    WorldSize quietDay() {
        return new WorldSize(AGENTS, TARGETS, LEARNING_MINUTES, DAY_MINUTES, 0, Faults.IMAGINED);
    }
}

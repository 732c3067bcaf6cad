package io.tocsin.benchmarks.detection;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.tocsin.benchmarks.detection.world.WorldSize;
import io.tocsin.benchmarks.detection.world.WorldSize.Faults;
import io.tocsin.benchmarks.workbench.Arguments;

/**
 * How many worlds, and from which seed on. Without one they are drawn afresh from those above {@value #LAST_TUNED}: the numbers
 * of the method were chosen on seeds up to that.
 *
 * @param parts which are run, in this order
 * @param published worlds of each kind of published faults
 * @param verbose tells every fault and every event
 */
public record DetectionOptions(List<Part> parts, int worlds, int published, int quiet, int costMinutes, int seed,
        boolean verbose) {

    /** What can be left out. */
    enum Part {
        WORLDS, BACKBONE, ACCESS, QUIET, COST;

        String option() {
            return "--only-" + name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int LAST_TUNED = 1_000;
    private static final int LEARNING_MINUTES = 7 * 60;
    private static final int DAY_MINUTES = 24 * 60;
    private static final int AGENTS = 24;
    private static final int TARGETS = 26;
    private static final int FAULTS = 6;

    public static DetectionOptions parse(String... arguments) {
        var given = Arguments.parse(arguments, names());
        var only = Stream.of(Part.values()).filter(part -> given.has(part.option())).toList();
        var fresh = LAST_TUNED + 1 + new SecureRandom().nextInt(900_000_000);
        return new DetectionOptions(only.isEmpty() ? List.of(Part.values()) : only, given.number("--worlds", 20),
                given.number("--published-worlds", 8), given.number("--quiet-days", 14), given.number("--cost-minutes", 10),
                given.number("--seed", fresh), given.has("--verbose"));
    }

    private static String[] names() {
        return Stream.concat(
                Stream.of("--worlds", "--published-worlds", "--quiet-days", "--cost-minutes", "--seed", "--verbose?"),
                Stream.of(Part.values()).map(part -> part.option() + "?"))
                .toArray(String[]::new);
    }

    WorldSize halfADay(Faults kind) {
        return new WorldSize(AGENTS, TARGETS, LEARNING_MINUTES, DAY_MINUTES / 2, FAULTS, kind);
    }

    WorldSize quietDay() {
        return new WorldSize(AGENTS, TARGETS, LEARNING_MINUTES, DAY_MINUTES, 0, Faults.IMAGINED);
    }
}

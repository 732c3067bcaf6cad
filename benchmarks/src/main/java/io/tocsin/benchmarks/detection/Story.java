package io.tocsin.benchmarks.detection;

import io.tocsin.benchmarks.detection.score.Found;

/** What happened in a world and what was found, to be read side by side. */
final class Story {

    private Story() {}

    static void tell(WorldRun run, int seed) {
        System.out.println("world " + seed);
        run.world().faults().forEach(fault -> System.out.println("  fault " + fault));
        run.found().forEach(event -> line("  found", event));
    }

    static void line(String what, Found event) {
        System.out.printf("%s %s (first %s) %d-%d detected %d, %d flows%n", what, event.component(), event.atFirst(), event
                .since(),
                event.until(), event.detected(), event.flows().size());
    }
}

package io.tocsin.benchmarks.detection;

import java.util.Locale;

import io.tocsin.benchmarks.detection.score.Score;
import io.tocsin.benchmarks.detection.score.Tally;
import io.tocsin.benchmarks.workbench.Report;
import io.tocsin.detection.component.EventType;

/** How the engine and the references did in some worlds. */
final class Scoreboard {

    private static final String HEADER = "                    faults  precision  recall     F1  component  at first"
            + "  detect p50 p95  resolve p50 p95  false";

    private final Score engine = new Score();
    private final Score fixed = new Score();
    private final Score zScore = new Score();
    private int merged;

    void add(WorldRun world) {
        engine.add(world.found(), world.world().faults());
        fixed.add(world.fixed(), world.world().faults());
        zScore.add(world.zScore(), world.world().faults());
        merged += world.merged();
    }

    void print() {
        System.out.println(HEADER);
        for (var type : EventType.values()) {
            line(type.word(), engine.of(type));
        }
        line("all", engine.overall());
        line("fixed threshold", fixed.overall());
        line("z-score", zScore.overall());
        Report.line("left out", "%d faults of less than 3 flows or rounds; %d events became part of another one".formatted(
                engine.tooSmall(), merged));
    }

    private static void line(String name, Tally tally) {
        System.out.printf(Locale.ROOT, "%-20s%6d %10.3f %7.3f %6.3f %10.3f %9.3f %11.1f %3.0f %12.1f %3.0f %6d%n", name,
                tally.faults(), tally.precision(), tally.recall(), tally.f1(), tally.right(), tally.rightAtFirst(),
                tally.detect(0.5), tally.detect(0.95), tally.resolve(0.5), tally.resolve(0.95), tally.falseEvents());
    }
}

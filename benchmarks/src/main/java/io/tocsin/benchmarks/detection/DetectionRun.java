package io.tocsin.benchmarks.detection;

import java.util.List;
import java.util.Locale;

import io.tocsin.benchmarks.detection.score.Score;
import io.tocsin.benchmarks.detection.score.Tally;
import io.tocsin.benchmarks.workbench.Report;
import io.tocsin.detection.component.EventType;

/** Worlds with faults, and quiet days; the engine beside what an operator could do without it. */
public final class DetectionRun {

    private final DetectionOptions options;
    private final Score engine = new Score();
    private final Score fixed = new Score();
    private final Score zScore = new Score();
    private int merged;
    private long results;
    private long nanos;

    public DetectionRun(DetectionOptions options) {
        this.options = options;
    }

    public void run() {
        Report.line("seeds", "%d to %d; the method was tuned on 1 to 1000".formatted(options.seed(), options.seed()
                + options.worlds() - 1 + (options.talk().daysOnly() ? 0 : options.quiet())));
        for (int number = 0; number < options.worlds(); number++) {
            add(new WorldRun(options.seed() + number, options.halfADay()).run(), options.seed() + number);
            Report.progress("world %d of %d".formatted(number + 1, options.worlds()));
        }
        report();
        if (!options.talk().daysOnly()) {
            quiet();
            cost();
        }
    }

    private void cost() {
        Report.line("of that", "%.1f us of detection for each of %d results".formatted(nanos / 1e3 / results, results));
        new CostRun(options.costMinutes()).run();
    }

    private void add(WorldRun world, int seed) {
        engine.add(world.found(), world.world().faults());
        fixed.add(world.fixed(), world.world().faults());
        zScore.add(world.zScore(), world.world().faults());
        merged += world.merged();
        count(world);
        if (options.talk().verbose()) {
            Story.tell(world, seed);
        }
    }

    private void count(WorldRun world) {
        results += world.results();
        nanos += world.nanos();
    }

    private void report() {
        System.out.println(
                "                    faults  precision  recall     F1  component  at first  detect p50 p95  resolve p50 p95");
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
        System.out.printf(Locale.ROOT, "%-20s%6d %10.3f %7.3f %6.3f %10.3f %9.3f %11.1f %3.0f %12.1f %3.0f%n", name, tally
                .faults(),
                tally.precision(), tally.recall(), tally.f1(), tally.right(), tally.rightAtFirst(), tally.detect(0.5),
                tally.detect(0.95), tally.resolve(0.5), tally.resolve(0.95));
    }

    private void quiet() {
        int[] falseEvents = new int[3];
        for (int number = 0; number < options.quiet(); number++) {
            var day = new WorldRun(options.seed() + options.worlds() + number, options.quietDay()).run();
            var all = List.of(day.found(), day.fixed(), day.zScore());
            for (int detector = 0; detector < all.size(); detector++) {
                falseEvents[detector] += all.get(detector).size();
            }
            count(day);
            if (options.talk().verbose()) {
                day.found().forEach(event -> Story.line("  false", event));
            }
        }
        Report.line("quiet days", "%d; false events a week %.2f, fixed threshold %.1f, z-score %.1f".formatted(options.quiet(),
                a(falseEvents[0]), a(falseEvents[1]), a(falseEvents[2])));
    }

    private double a(int events) {
        return 7.0 * events / options.quiet();
    }
}

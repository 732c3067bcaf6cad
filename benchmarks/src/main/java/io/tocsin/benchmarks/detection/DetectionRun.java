package io.tocsin.benchmarks.detection;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

import io.tocsin.benchmarks.detection.world.WorldSize;
import io.tocsin.benchmarks.detection.world.WorldSize.Faults;
import io.tocsin.benchmarks.workbench.Report;

/** Worlds with faults, and quiet days; the engine beside what an operator could do without it. */
public final class DetectionRun {

    private final DetectionOptions options;
    private int nextSeed;
    private long results;
    private long nanos;

    public DetectionRun(DetectionOptions options) {
        this.options = options;
        this.nextSeed = options.seed();
    }

    public void run() throws IOException, SQLException {
        Report.line("seeds", "from %d on; the method was tuned on 1 to 1000".formatted(options.seed()));
        for (var part : options.parts()) {
            switch (part) {
                case WORLDS -> worlds(options.worlds(), Faults.IMAGINED, "of all types, partial, at once, cascades");
                case BACKBONE -> worlds(options.published(), Faults.BACKBONE,
                        "as published of a backbone: half last less than a minute and are left out");
                case ACCESS -> worlds(options.published(), Faults.ACCESS,
                        "as published of accesses to web sites, with as much noise");
                case QUIET -> quiet();
                case COST -> new CostRun(options.costMinutes()).run();
            }
        }
        if (results > 0) {
            Report.line("worlds took", "%.1f us of detection for each of %d results".formatted(nanos / 1e3 / results, results));
        }
    }

    private void worlds(int count, Faults kind, String what) {
        Report.line("faults", what);
        worlds(count, options.halfADay(kind)).print();
    }

    private Scoreboard worlds(int count, WorldSize size) {
        var board = new Scoreboard();
        for (int number = 1; number <= count; number++) {
            var seed = nextSeed;
            var world = next(size);
            board.add(world);
            if (options.verbose()) {
                Story.tell(world, seed);
            }
            Report.progress("world %d of %d".formatted(number, count));
        }
        return board;
    }

    private WorldRun next(WorldSize size) {
        var world = new WorldRun(nextSeed++, size).run();
        results += world.results();
        nanos += world.nanos();
        return world;
    }

    private void quiet() {
        int[] falseEvents = new int[3];
        for (int number = 1; number <= options.quiet(); number++) {
            var day = next(options.quietDay());
            var all = List.of(day.found(), day.fixed(), day.zScore());
            for (int detector = 0; detector < all.size(); detector++) {
                falseEvents[detector] += all.get(detector).size();
            }
            if (options.verbose()) {
                day.found().forEach(event -> Story.line("  false", event));
            }
            Report.progress("quiet day %d of %d".formatted(number, options.quiet()));
        }
        Report.line("quiet days", "%d; false events a week %.2f, fixed threshold %.1f, z-score %.1f".formatted(options.quiet(),
                aWeek(falseEvents[0]), aWeek(falseEvents[1]), aWeek(falseEvents[2])));
    }

    private double aWeek(int events) {
        return 7.0 * events / options.quiet();
    }
}

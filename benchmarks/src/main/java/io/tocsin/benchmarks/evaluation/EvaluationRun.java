package io.tocsin.benchmarks.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.tocsin.benchmarks.workbench.Api;
import io.tocsin.benchmarks.workbench.Clients;
import io.tocsin.benchmarks.workbench.Cost;
import io.tocsin.benchmarks.workbench.Outbox;
import io.tocsin.benchmarks.workbench.Report;
import io.tocsin.benchmarks.workbench.Workbench;
import io.tocsin.local.service.Service;

/** Results accepted to alerts up to date, by one replica of each service, next to one update for each rule, test and source. */
public final class EvaluationRun {

    private static final int CLIENTS = 4;
    private static final int TESTS_IN_A_CALL = 20;
    private static final Duration REFERENCE = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final EvaluationOptions options;
    private final SampleResults results;

    public EvaluationRun(EvaluationOptions options) {
        this.options = options;
        this.results = new SampleResults(Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS), options
                .agents());
    }

    public void run() throws Exception {
        try (var bench = Workbench.open("evaluation",
                platform -> platform.setting(Service.ALERTS, "tocsin.alerts.rules.built-in", "false"))) {
            bench.describe();
            bench.ripenLog();
            measure(bench);
        }
    }

    private void measure(Workbench bench) throws Exception {
        var events = bench.api(Service.EVENTS);
        var outbox = new Outbox(bench.database(Service.EVENTS));
        Report.progress("the tests become known");
        post(events, 0, 1);
        outbox.drain(PATIENCE);
        Report.progress("%d rules".formatted(options.rules()));
        for (var rule = 0; rule < options.rules(); rule++) {
            bench.api(Service.ALERTS).createRule(SampleResults.rule(rule, options.tests()));
        }
        Report.progress("warming up");
        var measured = 1 + options.warmUp();
        post(events, 1, measured);
        outbox.drain(PATIENCE);
        Report.progress("measuring");
        var cost = Cost.of(bench.database(Service.EVENTS));
        var started = System.nanoTime();
        post(events, measured, measured + options.rounds());
        var accepted = (System.nanoTime() - started) / 1e9;
        var left = outbox.drain(PATIENCE);
        var seconds = (System.nanoTime() - started) / 1e9;
        report(bench, accepted, seconds, left, Cost.of(bench.database(Service.EVENTS)).since(cost));
    }

    private void post(Api events, int firstRound, int endRound) throws Exception {
        for (var round = firstRound; round < endRound; round++) {
            var number = round;
            var next = new AtomicInteger();
            Clients.run(CLIENTS, () -> post(events, number, next));
        }
    }

    private long post(Api events, int round, AtomicInteger next) throws Exception {
        for (var test = next.getAndAdd(TESTS_IN_A_CALL); test < options.tests(); test = next.getAndAdd(TESTS_IN_A_CALL)) {
            events.postResults(results.json(round, test, Math.min(test + TESTS_IN_A_CALL, options.tests())));
        }
        return 0;
    }

    private void report(Workbench bench, double accepted, double seconds, long left, Cost cost) throws Exception {
        var count = (double) options.rounds() * options.results();
        var rate = count / seconds;
        var last = options.warmUp() + options.rounds();
        var expected = SampleResults.slow(last, options.tests()) * Math.min(SampleResults.VIOLATED, options.rules());
        var open = bench.database(Service.ALERTS).number("select count(*) from alert where state = 'open'");
        Report.line("results",
                "%,.0f a second until the alerts were up to date, %,.0f a second accepted; %d rules, %,d tests, %d agents"
                        .formatted(rate, count / accepted, options.rules(), options.tests(), options.agents()));
        Report.line("", cost.per(count, "result"));
        Report.line("alerts", "%,d open, %,d should be%s".formatted(open, expected,
                open == expected && left == 0 ? "" : ": THIS IS WRONG, %,d messages are left".formatted(left)));
        Report.progress("reference");
        var reference = new UpdateReference(bench.database(Service.ALERTS), options).run(REFERENCE);
        Report.line("reference", "%,.0f updates/s of one row for a rule, test and source".formatted(reference));
        Report.line("ratio", "%.1f evaluations (result by rule) for each update; %.2f results for each update"
                .formatted(rate * options.rules() / reference, rate / reference));
    }
}

package io.tocsin.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import io.tocsin.benchmarks.workbench.Api;
import io.tocsin.benchmarks.workbench.Latencies;
import io.tocsin.benchmarks.workbench.MailSink;
import io.tocsin.benchmarks.workbench.SampleEvent;

/**
 * From the start of a POST to the end of the DATA of the mail about it. Each of many rules has a recipient of its own and goes round:
 * an error opens its alert, the mail comes, a recovery clears the alert, and after a pause it begins again.
 */
final class MailLatency {

    private static final int RULES = 50;
    private static final Duration ROUND = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Api api;
    private final MailSink sink;
    private final Latencies latencies = new Latencies();
    private final AtomicInteger missing = new AtomicInteger();

    MailLatency(Api api, MailSink sink) {
        this.api = api;
        this.sink = sink;
    }

    /** @param missing mails that did not come in time */
    record Result(Latencies latencies, int missing, double alertsPerSecond) {}

    Result run(Duration warmUp, Duration measured) throws Exception {
        for (var rule = 0; rule < RULES; rule++) {
            api.createRule(ruleJson(rule));
        }
        var counted = System.nanoTime() + warmUp.toNanos();
        var deadline = counted + measured.toNanos();
        var threads = Executors.newFixedThreadPool(RULES);
        try {
            for (var outcome : threads.invokeAll(rounds(counted, deadline))) {
                outcome.get();
            }
        } finally {
            threads.shutdownNow();
        }
        return new Result(latencies, missing.get(), latencies.count() * 1e9 / measured.toNanos());
    }

    private List<Callable<Void>> rounds(long counted, long deadline) {
        var rounds = new ArrayList<Callable<Void>>();
        for (var rule = 0; rule < RULES; rule++) {
            var number = rule;
            rounds.add(() -> goRound(number, counted, deadline));
        }
        return rounds;
    }

    private Void goRound(int rule, long counted, long deadline) throws Exception {
        LockSupport.parkNanos(ROUND.toNanos() * rule / RULES);
        for (var next = System.nanoTime(); next < deadline; next = Math.max(next + ROUND.toNanos(), soonest())) {
            LockSupport.parkNanos(next - System.nanoTime());
            openAndClear(rule, counted);
        }
        return null;
    }

    /** A round that took too long is not made up for: the rate stays modest. */
    private static long soonest() {
        return System.nanoTime() + ROUND.toNanos() / 2;
    }

    private void openAndClear(int rule, long counted) throws IOException, InterruptedException, ExecutionException {
        var mail = sink.nextMailTo(recipient(rule));
        var started = System.nanoTime();
        api.postEvent(eventJson(rule, "error"));
        try {
            var arrived = mail.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (started >= counted) {
                latencies.add(arrived - started);
            }
        } catch (TimeoutException e) {
            missing.incrementAndGet();
        }
        api.postEvent(eventJson(rule, "success"));
    }

    private static String ruleJson(int rule) {
        return """
                {"ruleName":"Benchmark %d","alertType":"event","roundsViolatingOutOf":1,"roundsViolatingRequired":1,
                 "expression":"events(\\"bench:rule-%d status:error\\").rollup(\\"count\\").by(\\"host\\").last(\\"5m\\") >= 1",
                 "severity":"major","notifyOnClear":false,"notifications":{"email":{"recipients":["%s"],"message":""}}}
                """.formatted(rule, rule, recipient(rule));
    }

    private static String eventJson(int rule, String type) {
        return """
                {"title":"Disk full","text":"%s","alert_type":"%s","host":"web-%d","aggregation_key":"benchmark-%d",
                 "source_type_name":"nagios","tags":["env:prod","bench:rule-%d"]}
                """.formatted(SampleEvent.TEXT, type, rule, rule, rule);
    }

    private static String recipient(int rule) {
        return "on-call-" + rule + "@tocsin.example";
    }
}

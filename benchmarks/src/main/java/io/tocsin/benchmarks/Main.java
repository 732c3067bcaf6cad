package io.tocsin.benchmarks;

import java.util.Arrays;

import io.tocsin.benchmarks.alertlist.AlertListOptions;
import io.tocsin.benchmarks.alertlist.AlertListRun;
import io.tocsin.benchmarks.audit.AuditOptions;
import io.tocsin.benchmarks.audit.AuditRun;
import io.tocsin.benchmarks.detection.DetectionOptions;
import io.tocsin.benchmarks.detection.DetectionRun;
import io.tocsin.benchmarks.evaluation.EvaluationOptions;
import io.tocsin.benchmarks.evaluation.EvaluationRun;
import io.tocsin.benchmarks.feed.FeedOptions;
import io.tocsin.benchmarks.feed.FeedRun;
import io.tocsin.benchmarks.load.BulkOptions;
import io.tocsin.benchmarks.load.BulkRun;
import io.tocsin.benchmarks.load.LoadOptions;
import io.tocsin.benchmarks.load.LoadRun;
import io.tocsin.benchmarks.mail.MailOptions;
import io.tocsin.benchmarks.mail.MailRun;
import io.tocsin.benchmarks.pipeline.PipelineOptions;
import io.tocsin.benchmarks.pipeline.PipelineRun;
import io.tocsin.benchmarks.search.SearchOptions;
import io.tocsin.benchmarks.search.SearchRun;
import io.tocsin.local.process.CannotStart;

/** {@code ./benchmarks/run [load|bulk|evaluation|alerts|detection|pipeline|mail|audit|feed|search|all|micro] ...} */
final class Main {

    private static final String USAGE = """
            ./benchmarks/run [load] [--connections 64] [--warm-up 75] [--seconds 20] [--through-door]
                Starts the whole system on a folder of its own and measures it; takes about five minutes.
            ./benchmarks/run bulk [--clients 4] [--entities 500] [--warm-up 45] [--seconds 15]
                Starts the whole system and posts batches; next to COPY into the same table.
            ./benchmarks/run feed [--listeners 1000] [--rate 10] [--warm-up 60] [--seconds 600]
                Starts the whole system, and many listeners to the live feed; tells what they cost and how late they hear.
            ./benchmarks/run search [--events 10000000] [--few 100000] [--seconds 5]
                Searches among few and among many events, next to the same SQL; ten million take a quarter of an hour and 15 GB.
            ./benchmarks/run evaluation [--rules 200] [--tests 1000] [--agents 50] [--warm-up 4] [--rounds 8]
                Rules over the results of tests, from acceptance until the alerts are up to date; needs pgbench.
            ./benchmarks/run alerts [--alerts 1000000] [--few 1000] [--seconds 10]
                Lists of alerts and rules, among few past alerts and among many.
            ./benchmarks/run mail [--rate 100] [--warm-up 150] [--seconds 30] [--sustained 20]
                Alert opened to mail handed over, and mails a second, next to Alertmanager (needs prometheus-alertmanager).
            ./benchmarks/run detection [--worlds 20] [--published-worlds 8] [--quiet-days 14] [--cost-minutes 10] [--seed <fresh>]
                    [--verbose] [--only-worlds] [--only-backbone] [--only-access] [--only-quiet] [--only-cost]
                Worlds with known faults, and what is found of them; then the cost, next to inserts into a PostgreSQL of its own.
            ./benchmarks/run pipeline [--tests 1000] [--agents 50] [--minutes 12]
                Event detection in stored results by events-service, next to the plain insert of the same rows.
            ./benchmarks/run audit [--clients 4] [--batch 500] [--warm-up 20] [--seconds 15]
                User events taken into the chain of one organization, next to plain inserts of the same rows.
            ./benchmarks/run all
                load, bulk, evaluation, alerts, mail, audit, pipeline, feed and search, one after the other; takes an hour.
            ./benchmarks/run micro [JMH options]
                Single operations, by JMH; -h lists its options.
            """;

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        var task = arguments.length == 0 || arguments[0].startsWith("-") ? "load" : arguments[0];
        var options = arguments.length == 0 || arguments[0].startsWith("-")
                ? arguments
                : Arrays.copyOfRange(arguments, 1, arguments.length);
        switch (task) {
            case "load" -> run(() -> new LoadRun(LoadOptions.parse(options)).run());
            case "bulk" -> run(() -> new BulkRun(BulkOptions.parse(options)).run());
            case "feed" -> run(() -> new FeedRun(FeedOptions.parse(options)).run());
            case "search" -> run(() -> new SearchRun(SearchOptions.parse(options)).run());
            case "evaluation" -> run(() -> new EvaluationRun(EvaluationOptions.parse(options)).run());
            case "alerts" -> run(() -> new AlertListRun(AlertListOptions.parse(options)).run());
            case "mail" -> run(() -> new MailRun(MailOptions.parse(options)).run());
            case "detection" -> run(() -> new DetectionRun(DetectionOptions.parse(options)).run());
            case "pipeline" -> run(() -> new PipelineRun(PipelineOptions.parse(options)).run());
            case "audit" -> run(() -> new AuditRun(AuditOptions.parse(options)).run());
            case "all" -> run(Main::everything);
            case "micro" -> org.openjdk.jmh.Main.main(options);
            default -> usage("'" + task + "' is not a benchmark.");
        }
    }

    private static void everything() throws Exception {
        new LoadRun(LoadOptions.parse()).run();
        new BulkRun(BulkOptions.parse()).run();
        new EvaluationRun(EvaluationOptions.parse()).run();
        new AlertListRun(AlertListOptions.parse()).run();
        new MailRun(MailOptions.parse()).run();
        new AuditRun(AuditOptions.parse()).run();
        new PipelineRun(PipelineOptions.parse()).run();
        new FeedRun(FeedOptions.parse()).run();
        new SearchRun(SearchOptions.parse()).run();
    }

    private interface Benchmark {

        void run() throws Exception;
    }

    private static void run(Benchmark benchmark) throws Exception {
        try {
            benchmark.run();
        } catch (IllegalArgumentException e) {
            usage(e.getMessage());
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void usage(String complaint) {
        System.err.println(complaint);
        System.err.print(USAGE);
        System.exit(2);
    }
}

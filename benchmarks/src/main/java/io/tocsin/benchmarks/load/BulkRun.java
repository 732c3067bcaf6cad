package io.tocsin.benchmarks.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.tocsin.local.Platform;
import io.tocsin.local.SmtpUrl;
import io.tocsin.local.service.Service;

/** Batches: Dynatrace pushes about many entities, one event for each, next to {@code COPY} into the same table. */
public final class BulkRun {

    private static final Path PLACE = Path.of("benchmarks", "target");
    private static final Duration REFERENCE = Duration.ofSeconds(8);
    private static final String BEYOND_REACH = "1000000000";

    private final BulkOptions options;

    public BulkRun(BulkOptions options) {
        this.options = options;
    }

    public void run() throws Exception {
        var folder = Files.createTempDirectory(Files.createDirectories(PLACE), "bulk-");
        try (var sink = new MailSink(); var platform = start(folder, sink)) {
            var superuser = Files.readString(folder.resolve("data/postgres/password")).strip();
            measure(platform, superuser);
        } finally {
            LoadRun.delete(folder);
        }
    }

    private static Platform start(Path folder, MailSink sink) {
        Report.progress("starting the system in " + folder);
        return Platform.options()
                .data(folder.resolve("data"))
                .smtp(SmtpUrl.parse(sink.url()))
                .setting(Service.EVENTS, "tocsin.limits.ingest.organization", BEYOND_REACH)
                .setting(Service.EVENTS, "tocsin.limits.ingest.credential", BEYOND_REACH)
                .start();
    }

    private void measure(Platform platform, String superuser) throws Exception {
        var database = EventsDatabase.of(platform.postgres().database(Service.EVENTS.database()));
        Report.line("machine", Machine.hardware());
        Report.line("commit", Machine.commit());
        platform.replicas(Service.ALERTS).get(0).stop();
        Report.progress("filling the write-ahead log");
        database.asSuperuser(superuser).ripenLog();
        var copied = new CopiedEvents(database);
        var before = copied.run(REFERENCE);
        Reference.clear(database);
        var api = Api.of(platform.replicas(Service.EVENTS).get(0).url(), platform.key().value());
        Report.progress("warming up");
        post(api, options.warmUp());
        Report.progress("load");
        var cost = Cost.of(database);
        var events = post(api, options.measured());
        var rate = events * 1e9 / options.measured().toNanos();
        Report.line("batches", "%,.0f events/s, %d in a call, %d clients, without alerts-service".formatted(rate, options
                .entities(),
                options.clients()));
        Report.line("", Cost.of(database).since(cost).per(events));
        var after = copied.run(REFERENCE);
        report(rate, before, after);
    }

    private static void report(double rate, double before, double after) {
        var mean = (before + after) / 2;
        Report.line("COPY", "%,.0f rows/s (%,.0f before, %,.0f after), events alone, one client".formatted(mean, before,
                after));
        Report.line("ratio", "%.2f events in batches, each with its outbox message, for each row of COPY".formatted(rate
                / mean));
    }

    /** How many events were answered within the time. */
    private long post(Api api, Duration duration) throws Exception {
        var threads = Executors.newFixedThreadPool(options.clients());
        try {
            var deadline = System.nanoTime() + duration.toNanos();
            var clients = new ArrayList<Callable<Long>>();
            for (var client = 0; client < options.clients(); client++) {
                clients.add(() -> postUntil(api, deadline));
            }
            var events = 0L;
            for (var stored : threads.invokeAll(clients)) {
                events += stored.get();
            }
            return events;
        } finally {
            threads.shutdown();
        }
    }

    private long postUntil(Api api, long deadline) throws Exception {
        var hosts = IntStream.range(0, options.entities())
                .mapToObj("\"HOST-%016X\""::formatted)
                .collect(Collectors.joining(","));
        var body = """
                {"eventType":"CUSTOM_INFO","source":"nagios","title":"Disk full on web","description":"%s",
                 "attachRules":{"entityIds":[%s]}}""".formatted(SampleEvent.TEXT, hosts);
        var events = 0L;
        while (System.nanoTime() < deadline) {
            api.pushEvents(body);
            events += System.nanoTime() < deadline ? options.entities() : 0;
        }
        return events;
    }
}

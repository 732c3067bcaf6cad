package io.tocsin.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;

import io.tocsin.local.Platform;
import io.tocsin.local.SmtpUrl;
import io.tocsin.local.service.Service;

/** One run, from an empty folder to the figures. */
public final class LoadRun {

    private static final Path PLACE = Path.of("benchmarks", "target");
    /** Every call is counted, and none refused. */
    private static final String BEYOND_REACH = "1000000000";
    private static final Duration MAIL_WARM_UP = Duration.ofSeconds(8);
    private static final Duration MAIL = Duration.ofSeconds(20);

    private final LoadOptions options;

    public LoadRun(LoadOptions options) {
        this.options = options;
    }

    public void run() throws Exception {
        var folder = Files.createTempDirectory(Files.createDirectories(PLACE), "load-");
        try (var sink = new MailSink(); var platform = start(folder, sink)) {
            measure(platform, sink, Files.readString(folder.resolve("data/postgres/password")).strip());
        } finally {
            delete(folder);
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

    private void measure(Platform platform, MailSink sink, String superuserPassword) throws Exception {
        var database = EventsDatabase.of(platform.postgres().database(Service.EVENTS.database()));
        Report.line("machine", Machine.hardware());
        Report.line("JDK", Machine.jdk());
        Report.line("PostgreSQL", database.describe());
        Report.line("commit", Machine.commit());
        Report.progress("filling the write-ahead log");
        database.asSuperuser(superuserPassword).ripenLog();
        try (var load = new PostLoad(target(platform), platform.key().value(), options.connections())) {
            new IngestRun(options, platform, load, database).run();
        }
        Report.progress("events become mails");
        var mails = new MailLatency(Api.of(platform.url(), platform.key().value()), sink).run(MAIL_WARM_UP, MAIL);
        Report.line("POST to mail", "%s; %d alerts, %.0f a second, %d mails missing".formatted(
                mails.latencies().summary(), mails.latencies().count(), mails.alertsPerSecond(), mails.missing()));
    }

    private URI target(Platform platform) {
        return options.throughDoor() ? platform.url() : platform.replicas(Service.EVENTS).get(0).url();
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

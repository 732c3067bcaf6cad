package io.tocsin.benchmarks.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.function.UnaryOperator;

import io.tocsin.local.Platform;
import io.tocsin.local.PlatformOptions;
import io.tocsin.local.SmtpUrl;
import io.tocsin.local.service.Service;

/** The whole system on a folder of its own, with limits beyond reach: every call is counted, and none refused. */
public final class Workbench implements AutoCloseable {

    private static final String BEYOND_REACH = "1000000000";

    private final TemporaryFolder folder;
    private final MailSink mails = new MailSink();
    private final Platform platform;

    private Workbench(TemporaryFolder folder, UnaryOperator<PlatformOptions> settings) {
        this.folder = folder;
        this.platform = settings.apply(Platform.options())
                .data(folder.resolve("data"))
                .smtp(SmtpUrl.parse(mails.url()))
                .setting("tocsin.limits.ingest.organization", BEYOND_REACH)
                .setting("tocsin.limits.ingest.credential", BEYOND_REACH)
                .setting("tocsin.limits.read.organization", BEYOND_REACH)
                .setting("tocsin.limits.read.credential", BEYOND_REACH)
                .start();
    }

    /** Starts it on a folder which is named after the benchmark. */
    public static Workbench open(String benchmark) throws IOException {
        return open(benchmark, UnaryOperator.identity());
    }

    public static Workbench open(String benchmark, UnaryOperator<PlatformOptions> settings) throws IOException {
        var folder = TemporaryFolder.of(benchmark);
        Report.progress("starting the system in " + folder.path());
        try {
            return new Workbench(folder, settings);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    public Platform platform() {
        return platform;
    }

    public MailSink mails() {
        return mails;
    }

    /** Straight to the first replica of a service, past the front door. */
    public Api api(Service service) {
        return Api.of(platform.replicas(service).get(0).url(), platform.key().value());
    }

    public ServiceDatabase database(Service service) {
        return ServiceDatabase.of(platform.postgres().database(service.database()));
    }

    /** What was measured on what. */
    public void describe() throws SQLException {
        Report.line("machine", Machine.hardware());
        Report.line("JDK", Machine.jdk());
        Report.line("PostgreSQL", database(Service.EVENTS).describe());
        Report.line("commit", Machine.commit());
    }

    /** Brings the server's log to where that of an old server is. */
    public void ripenLog() throws IOException, SQLException {
        Report.progress("filling the write-ahead log");
        superuser().ripenLog();
    }

    /** Writes out what was filled in, which would else happen while something is measured. */
    public void writeOut() throws IOException, SQLException {
        Report.progress("writing out");
        superuser().execute("checkpoint");
    }

    private ServiceDatabase superuser() throws IOException {
        var password = Files.readString(folder.resolve("data/postgres/password")).strip();
        return database(Service.EVENTS).asSuperuser(password);
    }

    @Override
    public void close() throws IOException {
        platform.close();
        mails.close();
        folder.close();
    }
}

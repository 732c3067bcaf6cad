package io.tocsin.e2e.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

import io.tocsin.local.Platform;
import io.tocsin.local.SmtpUrl;
import io.tocsin.local.service.Service;
import io.tocsin.test.SmtpServer;
import io.tocsin.test.SmtpStage;

/** The system that runs, behind its front door, with a mail server that obeys and a collector of traces. */
public final class Tocsin implements AutoCloseable {

    private static final String USER = "tocsin";
    private static final String PASSWORD = "s3cret";
    private static final int CONNECTIONS = 8;

    private final SmtpServer smtp = SmtpServer.startWithLogin(USER, PASSWORD);
    private final TraceCollector traces = TraceCollector.start();
    private final int replicas;
    private final Platform platform;
    private final Results results;

    private Tocsin(int replicas) {
        this.replicas = replicas;
        var options = Platform.options()
                .data(freshFolder("replicas-" + replicas))
                .smtp(SmtpUrl.parse("smtp://" + USER + ":" + PASSWORD + "@" + smtp.host() + ":" + smtp.port()))
                .setting("quarkus.otel.exporter.otlp.endpoint", traces.url())
                .setting("quarkus.otel.exporter.otlp.protocol", "http/protobuf")
                .setting(Service.EVENTS, "tocsin.detection.settle", "1s")
                .setting(Service.NOTIFIER, "tocsin.notifier.dispatch.retry-pauses", "500ms,1s,2s")
                .setting(Service.NOTIFIER, "tocsin.notifier.dispatch.channel-pause", "500ms")
                .setting(Service.NOTIFIER, "tocsin.notifier.dispatch.longest-channel-pause", "2s")
                .setting(Service.NOTIFIER, "tocsin.notifier.dispatch.give-up-after", "30s")
                .setting(Service.NOTIFIER, "tocsin.notifier.dispatch.lease", "10s")
                .setting(Service.NOTIFIER, "tocsin.notifier.dispatch.lease-renewal", "2s")
                .setting(Service.NOTIFIER, "tocsin.notifier.smtp.reply-timeout", "3s");
        Stream.of(Service.values()).forEach(service -> options.replicas(service, replicas));
        this.platform = options.start();
        this.results = new Results(platform.url(), platform.key());
    }

    static Tocsin start(int replicas) {
        return new Tocsin(replicas);
    }

    int replicas() {
        return replicas;
    }

    public Platform platform() {
        return platform;
    }

    public SmtpServer smtp() {
        return smtp;
    }

    public TraceCollector traces() {
        return traces;
    }

    public Events events() {
        return new Events(platform.url(), platform.key());
    }

    public Results results() {
        return results;
    }

    public Rules rules() {
        return new Rules(http());
    }

    public Alerts alerts() {
        return new Alerts(http());
    }

    public AlertForms alertForms() {
        return new AlertForms(http());
    }

    public Windows windows() {
        return new Windows(http());
    }

    public AuditLog auditLog() {
        return new AuditLog(http());
    }

    public AuditExports auditExports() {
        return new AuditExports(platform.url(), platform.key());
    }

    public Deliveries deliveries() {
        return new Deliveries(http());
    }

    public Webhooks webhooks() {
        return new Webhooks(http());
    }

    public Suppressions suppressions() {
        return new Suppressions(http());
    }

    /** One of which nobody has heard before; to be closed. */
    public Organization organization(String name) {
        return Organization.founded(platform, name);
    }

    /** Listens from now on to the events which this search finds. */
    public Listener listen(String query) {
        return Listener.start(platform.url(), platform.key(), query);
    }

    /** From now on the mail server refuses the notifier's login, and closes the connections which it has already. */
    public void refuseLogins() {
        smtp.accept(USER, "another password");
        smtp.on(SmtpStage.MAIL).times(CONNECTIONS).shutDown();
    }

    public void acceptLogins() {
        smtp.accept(USER, PASSWORD);
    }

    /** For requests that no client would make. */
    public Http http() {
        return new Http(platform.url(), platform.key());
    }

    /** The system as it was before all stories: no rule left to match the next story's events, no fault in the mail server. */
    void tidy() {
        smtp.reset();
        acceptLogins();
        rules().deleteAll();
    }

    @Override
    public void close() {
        results.close();
        platform.close();
        smtp.close();
        traces.close();
    }

    private static Path freshFolder(String name) {
        var folder = Path.of("target", "e2e", name);
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(Tocsin::delete);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return folder;
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

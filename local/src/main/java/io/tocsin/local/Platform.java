package io.tocsin.local;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.tocsin.local.door.FrontDoor;
import io.tocsin.local.door.WelcomePage;
import io.tocsin.local.key.ApiKey;
import io.tocsin.local.key.KeyHolder;
import io.tocsin.local.mailbox.Mailbox;
import io.tocsin.local.postgres.PostgresProcess;
import io.tocsin.local.process.CannotStart;
import io.tocsin.local.service.Service;
import io.tocsin.local.service.ServiceProcess;
import io.vertx.core.Vertx;

/**
 * The whole system on one machine. Each part can be reached, stopped, killed and started again while the others run, which is
 * what stories and benchmarks do with it.
 */
public final class Platform implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(240);
    private static final KeyHolder FIRST_USER = new KeyHolder("default", "Local Admin", "admin@tocsin.example",
            new KeyHolder.AccountGroup("1", "Default"), List.of());

    /** On one machine whoever tries a webhook out listens on that machine. */
    private static final String OWN_ADDRESSES = "127.0.0.0/8,::1";

    private final PlatformOptions options;
    private final DataDirectory data;
    private final Vertx vertx = Vertx.vertx();
    private FrontDoor door;
    private PostgresProcess postgres;
    private Mailbox mailbox;
    private Fleet fleet;
    private ApiKey key;
    private boolean closed;

    Platform(PlatformOptions options) {
        this.options = options.requireJars();
        this.data = new DataDirectory(options.data());
    }

    /** What a system is made of is said first; {@link PlatformOptions#start()} then starts it. */
    public static PlatformOptions options() {
        return new PlatformOptions();
    }

    /** Starts everything, and returns when every part is ready. When one does not start, none is left running. */
    public Platform start(Consumer<String> progress) {
        try {
            unlessClosed(this::openDoor);
            unlessClosed(() -> startPostgres(progress));
            unlessClosed(() -> startMail(progress));
            unlessClosed(this::startServices);
            fleet.awaitReady(progress);
            data.env().write(url().toString(), key, mailboxUrl(), smtp().toString());
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Where clients knock. */
    public URI url() {
        return door.url();
    }

    public synchronized boolean isRunning() { return !closed; }

    /** A key that may do everything in one account group; the same at every start on the same data. */
    public ApiKey key() {
        return key;
    }

    public DataDirectory data() {
        return data;
    }

    /** Empty when mails go to a mail server outside. */
    public Optional<Mailbox> mailbox() {
        return Optional.ofNullable(mailbox);
    }

    public PostgresProcess postgres() {
        return postgres;
    }

    public List<ServiceProcess> replicas(Service service) {
        return fleet.replicas(service);
    }

    /** Starts a replica that was stopped or killed, and waits until it is ready. */
    public void restart(ServiceProcess replica) {
        replica.start().awaitReady(PATIENCE);
    }

    /**
     * Replaces a replica as a rolling update does: nobody is sent to it any more, it finishes what it has and ends, and clients come
     * again when the next one is ready.
     */
    public void roll(ServiceProcess replica) {
        door.withdraw(replica.url());
        replica.stop();
        restart(replica);
        door.admit(replica.url());
    }

    /** Stops everything in order: nothing ever misses what it stands on. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        quietly(fleet == null ? null : fleet::stop);
        quietly(door);
        quietly(mailbox);
        quietly(postgres);
        quietly(() -> vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS));
        quietly(data);
    }

    /** Starting and stopping may meet, when somebody is quick with Ctrl-C: nothing starts that nobody would stop. */
    private synchronized void unlessClosed(Runnable step) {
        if (closed) {
            throw new CannotStart("Stopped before everything was ready.");
        }
        step.run();
    }

    private void openDoor() {
        data.open();
        door = new FrontDoor(vertx, new WelcomePage(this::welcome)).listen(options.port());
    }

    private void startPostgres(Consumer<String> progress) {
        var watch = new Stopwatch();
        postgres = new PostgresProcess(data.postgres(), data.log("postgres"), options.postgresSettings());
        postgres.start();
        progress.accept(Progress.line("PostgreSQL 18", "ready on 127.0.0.1:" + postgres.port(), watch));
    }

    private void startMail(Consumer<String> progress) {
        var watch = new Stopwatch();
        if (options.smtp() != null) {
            progress.accept(Progress.line("mail", "goes to " + options.smtp(), watch));
            return;
        }
        mailbox = options.wantsUsualPorts()
                ? Mailbox.onUsualPorts(vertx, data.mailbox())
                : Mailbox.onFreePorts(vertx, data.mailbox());
        progress.accept(Progress.line("mailbox", "ready on " + mailbox.url(), watch));
    }

    private void startServices() {
        key = ownKey();
        fleet = new Fleet(options, data);
        var common = commonSettings();
        for (var service : Service.values()) {
            var settings = new HashMap<>(common);
            settings.putAll(service == Service.AUDIT
                    ? postgres.database(service.database(), service.id())
                    : postgres.database(service.database()));
            fleet.configure(service, settings);
            door.route(service, fleet.urls(service));
        }
        fleet.configure(Service.NOTIFIER, smtp().settings());
        fleet.configure(Service.AUDIT, data.auditKey().settings());
        fleet.start();
    }

    private Map<String, String> commonSettings() {
        var settings = new HashMap<>(fleet.destinations(vertx));
        settings.put("tocsin.public-url", url().toString());
        settings.put("tocsin.identity.keys-file", data.keys().path().toString());
        settings.put("tocsin.outbox.service-credential-file", data.serviceCredential().toString());
        settings.put("tocsin.notifier.webhook.destinations.allow", OWN_ADDRESSES);
        if (options.sender() != null) {
            settings.put("tocsin.notifier.mail.from", options.sender());
        }
        return settings;
    }

    /** The key of an earlier run, unless somebody revoked it. */
    private ApiKey ownKey() {
        return data.env()
                .key()
                .filter(data.keys()::holds)
                .orElseGet(() -> data.keys().create(FIRST_USER));
    }

    private SmtpUrl smtp() {
        return options.smtp() != null ? options.smtp() : SmtpUrl.parse(mailbox.smtpUrl().toString());
    }

    private String mailboxUrl() {
        return mailbox().map(Mailbox::url).map(URI::toString).orElse("");
    }

    private String welcome() {
        return Welcome.html(url().toString(), mailboxUrl(), data.envFile());
    }

    private static void quietly(AutoCloseable part) {
        try {
            if (part != null) {
                part.close();
            }
        } catch (Exception e) {
            System.err.println("While stopping: " + e.getMessage());
        }
    }
}

package io.tocsin.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.tocsin.local.process.CannotStart;
import io.tocsin.local.process.Leash;
import io.tocsin.local.process.LogFile;
import io.tocsin.local.process.PidFile;
import io.tocsin.local.process.Ports;
import io.tocsin.local.process.Program;
import io.tocsin.local.process.SecretFile;

/** One PostgreSQL server over one data directory, which outlives it. Commits are on disk when they are acknowledged. */
public final class PostgresProcess implements AutoCloseable {

    static final String SUPERUSER = "postgres";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PATIENCE_SECONDS = Long.toString(PATIENCE.toSeconds());

    private final Path data;
    private final LogFile log;
    private final SecretFile password;
    private final PostgresBinaries binaries;
    private final int port = Ports.free();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private Leash leash;

    /** Nothing is started yet. Programs, data and the superuser's password all live in this folder. */
    public PostgresProcess(Path folder, LogFile log, Map<String, String> settings) {
        this.data = folder.resolve("data");
        this.log = log;
        this.binaries = PostgresBinaries.unpackedIn(folder.resolve("programs"));
        this.password = new SecretFile(folder.resolve("password"));
        this.settings.putAll(Map.of(
                "port", Integer.toString(port),
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "max_connections", "300",
                "timezone", "UTC",
                "fsync", "on",
                "synchronous_commit", "on",
                "shared_buffers", PostgresMemory.sharedBuffers(),
                // as the cluster has it: each checkpoint makes commits wait, and pages changed after it go whole to the log
                "max_wal_size", "4GB"));
        this.settings.putAll(settings);
    }

    /** Starts the server, also after a crash, and returns when it takes connections. A server left alive is stopped first. */
    public synchronized void start() {
        requireOurVersion();
        stop();
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise();
        }
        log.rotate();
        var started = pgCtl("start", "-w", "-t", PATIENCE_SECONDS, "-l", log.path().toString(), "-o", options());
        if (!started.succeeded()) {
            throw failure("PostgreSQL does not start", started.output());
        }
        leash = Leash.with(stopCommand());
    }

    /** Ends every connection and stops the server; does nothing when it is not running. */
    public synchronized void stop() {
        postmaster().ifPresent(this::stop);
        release();
    }

    /** Kills the server as a power cut would. */
    public synchronized void kill() {
        postmaster().ifPresent(process -> {
            process.destroyForcibly();
            PidFile.end(process, PATIENCE);
        });
        release();
    }

    public boolean isRunning() { return postmaster().isPresent(); }

    public int port() {
        return port;
    }

    /** A database which this name owns and logs in to, made when it is not there; the settings of a service that uses it. */
    public Map<String, String> database(String name) {
        return new PostgresDatabases(port, password.readOrMake()).settings(name);
    }

    /** The same, but the service logs in as a role which does not own the tables. */
    public Map<String, String> database(String name, String serviceRole) {
        return new PostgresDatabases(port, password.readOrMake()).settings(name, serviceRole);
    }

    @Override
    public void close() {
        stop();
    }

    private void stop(ProcessHandle process) {
        var stopped = Program.run(stopCommand());
        if (!stopped.succeeded() && process.isAlive()) {
            throw failure("PostgreSQL (process " + process.pid() + ") does not stop; end it with kill -QUIT " + process.pid(),
                    stopped.output());
        }
    }

    private List<String> stopCommand() {
        return pgCtlCommand("stop", "-m", "fast", "-w", "-t", PATIENCE_SECONDS);
    }

    private void release() {
        if (leash != null) {
            leash.release();
        }
    }

    /** Another version's files would only lead to a riddle in the log. */
    private void requireOurVersion() {
        try {
            var file = data.resolve("PG_VERSION");
            if (Files.exists(file) && !Files.readString(file).strip().equals(PostgresBinaries.VERSION)) {
                throw new CannotStart("The data in " + data + " belongs to PostgreSQL " + Files.readString(file).strip()
                        + ", this is PostgreSQL " + PostgresBinaries.VERSION + ". Choose another folder with --data DIR.");
            }
        } catch (IOException e) {
            throw new CannotStart("Cannot read " + data + " (" + e.getMessage() + "). Choose another folder with --data DIR.",
                    e);
        }
    }

    /** Never a locale of the machine: data then sorts and compares the same everywhere. */
    private void initialise() {
        password.readOrMake();
        var made = Program.run(binaries.command("initdb", List.of("-D", data.toString(), "-U", SUPERUSER, "-E", "UTF8",
                "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
                "-A", "scram-sha-256", "--pwfile", password.path().toString())));
        if (!made.succeeded()) {
            throw failure("PostgreSQL cannot make its files in " + data, made.output());
        }
    }

    private Program.Result pgCtl(String... arguments) {
        return Program.run(pgCtlCommand(arguments));
    }

    private List<String> pgCtlCommand(String... arguments) {
        var all = new ArrayList<>(List.of("-D", data.toString()));
        all.addAll(List.of(arguments));
        return binaries.command("pg_ctl", all);
    }

    private String options() {
        var options = new StringBuilder();
        settings.forEach((name, value) -> options.append("-c ").append(name).append("='").append(value).append("' "));
        return options.toString().strip();
    }

    /** The server's main process, known by the first line of its lock file and by its program, since numbers are used again. */
    private Optional<ProcessHandle> postmaster() {
        try (var lines = Files.lines(data.resolve("postmaster.pid"))) {
            return lines.findFirst()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> process.info().command().map(command -> command.endsWith("postgres")).orElse(true));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private CannotStart failure(String what, String output) {
        if (output.contains("No space left") || log.tail(20).toString().contains("No space left")) {
            return CannotStart.diskFull(data);
        }
        if (output.contains("unshare")) {
            return new CannotStart("PostgreSQL refuses to run as root, and this machine does not let root step down"
                    + " (unshare -U fails). Run ./tocsin as an ordinary user.");
        }
        return new CannotStart(what + ": " + String.join(" | ", output.strip().lines().toList())
                + ". See " + log.path() + ".");
    }
}

package io.tocsin.local.service;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.tocsin.local.process.CannotStart;
import io.tocsin.local.process.Leash;
import io.tocsin.local.process.LogFile;
import io.tocsin.local.process.PidFile;

/** One replica of a service: a JVM that can be stopped, killed and started again, always on the same ports. */
public final class ServiceProcess {

    /** A service drains its requests for 20 s at most before it goes. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String name;
    private final ServiceLaunch launch;
    private final LogFile log;
    private final PidFile pidFile;
    private Process process;
    private Leash leash;

    /** @param name the service's id, with a number from its second replica on */
    public ServiceProcess(String name, ServiceLaunch launch, LogFile log, Path run) {
        this.name = name;
        this.launch = launch;
        this.log = log;
        this.pidFile = new PidFile(run.resolve(name + ".pid"));
    }

    public String name() {
        return name;
    }

    /** Where it serves its API. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + launch.port());
    }

    /** Where it serves health and metrics. */
    public URI managementUrl() {
        return URI.create("http://127.0.0.1:" + launch.managementPort());
    }

    public LogFile log() {
        return log;
    }

    public long pid() {
        return process.pid();
    }

    /** Starts the JVM and returns at once. */
    public synchronized ServiceProcess start() {
        pidFile.endLeftOver();
        try {
            process = new ProcessBuilder(launch.command())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.rotate().path().toFile()))
                    .start();
        } catch (IOException e) {
            throw new CannotStart("Cannot start " + name + " (" + e.getMessage() + ").", e);
        }
        leash = Leash.with(List.of("kill", Long.toString(process.pid())));
        pidFile.write(process.toHandle());
        return this;
    }

    /** Returns when the service says that it is ready to serve. */
    public void awaitReady(Duration patience) {
        var probe = new ReadinessProbe(managementUrl());
        var deadline = System.nanoTime() + patience.toNanos();
        while (!probe.isReady()) {
            if (!process.isAlive()) {
                throw failure("stopped while it was starting (exit code " + process.exitValue() + ")");
            }
            if (Thread.currentThread().isInterrupted()) {
                throw failure("was not waited for");
            }
            if (System.nanoTime() > deadline) {
                throw failure("is not ready after " + patience.toSeconds() + " s");
            }
        }
    }

    public boolean isRunning() { return process != null && process.isAlive(); }

    /** Lets requests in flight finish, then ends; does nothing when it is not running. */
    public void stop() {
        end(ProcessHandle::destroy);
    }

    /** Kills it as a crash would. */
    public void kill() {
        end(ProcessHandle::destroyForcibly);
    }

    /** Completes when the process has ended, for whatever reason. */
    public CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    private synchronized void end(java.util.function.Consumer<ProcessHandle> signal) {
        if (isRunning()) {
            signal.accept(process.toHandle());
            PidFile.end(process.toHandle(), PATIENCE);
        }
        if (leash != null) {
            leash.release();
        }
        pidFile.delete();
    }

    private CannotStart failure(String what) {
        return new CannotStart(name + " " + what + ". Its log " + log.path() + " ends with:\n  "
                + String.join("\n  ", log.tail(8)));
    }
}

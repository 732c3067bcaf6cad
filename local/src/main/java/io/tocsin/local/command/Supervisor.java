package io.tocsin.local.command;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.tocsin.local.Platform;
import io.tocsin.local.process.CannotStart;
import io.tocsin.local.service.Service;
import io.tocsin.local.service.ServiceProcess;

/** Starts again what has died, as Kubernetes would, and says so. */
final class Supervisor {

    private static final long EVERY_SECONDS = 2;

    private final Platform platform;
    private final Consumer<String> say;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor();

    Supervisor(Platform platform, Consumer<String> say) {
        this.platform = platform;
        this.say = say;
    }

    void start() {
        rounds.scheduleWithFixedDelay(this::round, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** After this nothing is started any more. */
    void stop() {
        rounds.shutdownNow();
        try {
            rounds.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        if (!platform.postgres().isRunning()) {
            restart("PostgreSQL", platform.postgres()::start);
        }
        for (var service : Service.values()) {
            platform.replicas(service).stream().filter(replica -> !replica.isRunning()).forEach(this::restart);
        }
    }

    private void restart(ServiceProcess replica) {
        restart(replica.name(), () -> platform.restart(replica));
    }

    private void restart(String name, Runnable start) {
        say.accept("  " + name + " has ended by itself and is started again");
        try {
            start.run();
            say.accept("  " + name + " is ready again");
        } catch (CannotStart e) {
            say.accept("  " + e.getMessage());
        }
    }
}

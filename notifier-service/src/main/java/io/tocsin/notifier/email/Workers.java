package io.tocsin.notifier.email;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.tocsin.notifier.smtp.SmtpConfig;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;

/** Threads for what blocks: one for each connection to the mail server. */
@Singleton
class Workers {

    /** A conversation has a time-out at each step; only beyond all of them is a thread reported as stuck. */
    private static final long LONGEST_CONVERSATION_MINUTES = 30;

    private final WorkerExecutor threads;

    Workers(Vertx vertx, SmtpConfig config) {
        threads = vertx.createSharedWorkerExecutor("smtp", config.connections(), LONGEST_CONVERSATION_MINUTES,
                TimeUnit.MINUTES);
    }

    <T> Uni<T> run(Callable<T> work) {
        return threads.executeBlocking(work, false);
    }

    @PreDestroy
    void close() {
        threads.close().subscribe().with(done -> {}, failure -> {});
    }
}

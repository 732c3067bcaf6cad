package io.tocsin.events.result;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.tocsin.http.problem.CallFailed;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;

/**
 * Threads for what takes so long that every other caller of an event loop would wait for it: inflating, parsing and writing thousands
 * of results. They are few, because the work is nothing but computing and what is being parsed takes many times the memory of
 * its bytes.
 */
@Startup
@Singleton
public class ResultWorkers {

    private static final long LONGEST_MINUTES = 1;

    private final WorkerExecutor threads;
    private final long room;
    private final AtomicLong waiting = new AtomicLong();

    ResultWorkers(Vertx vertx, ResultsConfig config) {
        threads = vertx.createSharedWorkerExecutor("results", config.readers(), LONGEST_MINUTES, TimeUnit.MINUTES);
        room = config.readingRoom();
    }

    /**
     * Fails with {@link CallFailed} when too many bytes wait for a thread already, else as the work does. More than all the room there
     * is gets it while nothing else waits.
     */
    public <T> Uni<T> run(int bytes, Callable<T> work) {
        var before = waiting.getAndAdd(bytes);
        if (before > 0 && before + bytes > room) {
            waiting.addAndGet(-bytes);
            throw Overload.failure();
        }
        return threads.executeBlocking(work, false)
                .onTermination()
                .invoke(() -> waiting.addAndGet(-bytes));
    }

    @PreDestroy
    void close() {
        threads.close().subscribe().with(done -> {}, failure -> {});
    }
}

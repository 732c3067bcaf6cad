package io.tocsin.events.record;

import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.inject.Singleton;

import io.quarkus.logging.Log;

/** Whether the database is away, so that the log says once that it went and once that it came back. */
@Singleton
class Outage {

    private final AtomicBoolean lasts = new AtomicBoolean();

    void noticed(Throwable failure) {
        if (lasts.compareAndSet(false, true)) {
            Log.warnf("ingest: the database is away, events wait: cause=%s", failure);
        }
    }

    void over() {
        if (lasts.compareAndSet(true, false)) {
            Log.info("ingest: the database is back");
        }
    }
}

package io.tocsin.notifier.smtp;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.quarkus.logging.Log;

/** Closes connections whose other side has not read for too long: a write has no time-out of its own. */
record WriteGuard(ScheduledExecutorService timer, Duration patience) {

    interface Write {

        void run() throws IOException;
    }

    /** @param connection is closed in the middle of the write */
    record Watch(WriteGuard guard, Closeable connection) {

        void during(Write write) throws IOException {
            var alarm = guard.timer.schedule(this::cut, guard.patience.toMillis(), TimeUnit.MILLISECONDS);
            try {
                write.run();
            } finally {
                alarm.cancel(false);
            }
        }

        private void cut() {
            try {
                connection.close();
            } catch (IOException e) {
                Log.debugf("smtp: a connection which the server does not read cannot be closed: %s", e);
            }
        }
    }

    Watch over(Closeable connection) {
        return new Watch(this, connection);
    }
}

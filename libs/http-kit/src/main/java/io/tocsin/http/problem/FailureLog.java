package io.tocsin.http.problem;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.jboss.logging.Logger;

/** What the operator learns of failed calls: each surprise in full, an absent database once in a while. */
final class FailureLog {

    private static final Logger LOG = Logger.getLogger(FailureLog.class);
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(10);

    private static final AtomicLong NEXT = new AtomicLong(Long.MIN_VALUE);

    private FailureLog() {}

    /** Returns the id under which the log has it. */
    static UUID unexpected(Throwable thrown) {
        var id = UUID.randomUUID();
        LOG.errorf(thrown, "unexpected failure: id=%s", id);
        return id;
    }

    static void databaseAway(Throwable thrown) {
        var now = System.nanoTime();
        var next = NEXT.get();
        if ((next == Long.MIN_VALUE || now - next >= 0) && NEXT.compareAndSet(next, now + PAUSE)) {
            LOG.warnf("database unavailable, calls are answered 503 (said at most every 10 s): %s", thrown);
        }
    }
}

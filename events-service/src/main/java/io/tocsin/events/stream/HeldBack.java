package io.tocsin.events.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.quarkus.logging.Log;

/** Watches for what keeps events from being shown though they are committed: a transaction that stays open. */
final class HeldBack {

    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final double WORTH_A_WARNING = 60;

    private final FeedStore store;
    private final FeedLoop loop;
    private final FeedMetrics metrics;
    private final Tail tail;
    private boolean asking;
    private boolean warned;

    HeldBack(FeedStore store, FeedLoop loop, FeedMetrics metrics, Tail tail) {
        this.store = store;
        this.loop = loop;
        this.metrics = metrics;
        this.tail = tail;
        loop.every(PERIOD, this::look);
    }

    private void look() {
        if (tail.position() == null) {
            seen(Optional.empty());
        } else if (!asking) {
            asking = true;
            loop.ask(store::oldestHeldBack, this::seen, failure -> asking = false);
        }
    }

    private void seen(Optional<Instant> oldest) {
        asking = false;
        metrics.heldBack(oldest);
        var held = metrics.heldBackSeconds() > WORTH_A_WARNING;
        if (held && !warned) {
            Log.warnf("live feed: events committed since %s cannot be shown before a transaction ends which is still open;"
                    + " find it: select pid, xact_start, query from pg_stat_activity where backend_xid is not null"
                    + " order by xact_start, and in pg_prepared_xacts", oldest.orElseThrow());
        }
        warned = held;
    }
}

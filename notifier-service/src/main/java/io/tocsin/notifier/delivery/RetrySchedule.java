package io.tocsin.notifier.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;

/** Growing pauses with jitter, so that deliveries which failed together do not come back together. */
@ApplicationScoped
class RetrySchedule {

    private final List<Duration> pauses;
    private final Duration giveUpAfter;

    RetrySchedule(DispatchConfig config) {
        this.pauses = List.copyOf(config.retryPauses());
        this.giveUpAfter = config.giveUpAfter();
    }

    /** When to try again after so many attempts since then; never later than the last time. */
    Instant next(int attempts, Instant triedSince, Instant now) {
        var pause = pauses.get(Math.min(attempts, pauses.size()) - 1);
        return earlier(now.plus(jittered(pause)), lastTime(triedSince));
    }

    /** That time, or the last time if that is earlier. */
    Instant noLaterThanLast(Instant wanted, Instant triedSince) {
        return earlier(wanted, lastTime(triedSince));
    }

    boolean isOver(Instant triedSince, Instant now) {
        return !now.isBefore(lastTime(triedSince));
    }

    /** Between four fifths and six fifths. */
    static Duration jittered(Duration pause) {
        return Duration.ofNanos((long) (pause.toNanos() * (0.8 + 0.4 * ThreadLocalRandom.current().nextDouble())));
    }

    private Instant lastTime(Instant triedSince) {
        return triedSince.plus(giveUpAfter);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}

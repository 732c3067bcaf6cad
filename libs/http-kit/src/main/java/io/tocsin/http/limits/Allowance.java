package io.tocsin.http.limits;

import java.time.Duration;
import java.time.Instant;

/**
 * What a limit says to a call.
 *
 * @param name of the limit, such as {@code ingest-organization}
 * @param limit how many in each period
 * @param remaining how many more in this period
 * @param at when the call was counted
 * @param resetsAt when the next period begins
 * @param granted whether the call may go on
 */
public record Allowance(
        String name,
        long limit,
        Duration period,
        long remaining,
        Instant at,
        Instant resetsAt,
        boolean granted) {

    /** Until the next period begins, in seconds, at least one: who waits for so long is let in. */
    public long secondsUntilReset() {
        return Duration.between(at, resetsAt).plusMillis(999).toSeconds();
    }

    /** The one which will be used up first; one that is used up before any other. */
    Allowance orTighter(Allowance other) {
        return other.remaining < remaining ? other : this;
    }
}

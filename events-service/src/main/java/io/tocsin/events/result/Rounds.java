package io.tocsin.events.result;

import java.time.Instant;
import java.util.Optional;

import io.tocsin.events.receipt.Tolerance;

/** Which rounds are taken: those which began as far from now as events may have happened. */
public final class Rounds {

    private Rounds() {}

    /** What is wrong with this round, empty when nothing is. */
    public static Optional<String> refusal(long roundId, Instant now) {
        if (roundId < now.minus(Tolerance.BEFORE).getEpochSecond()) {
            return Optional.of("began more than %d days ago; it must be epoch seconds".formatted(Tolerance.BEFORE.toDays()));
        }
        return roundId > now.plus(Tolerance.AFTER).getEpochSecond()
                ? Optional.of("lies more than %d days ahead; it must be epoch seconds".formatted(Tolerance.AFTER.toDays()))
                : Optional.empty();
    }
}

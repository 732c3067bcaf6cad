package io.tocsin.events.commit;

import java.util.concurrent.CompletableFuture;

/** What is stored together or not at all, and the caller who waits for it. Two of them are never equal. */
public interface Waiting {

    /** How many rows. */
    int size();

    CompletableFuture<?> outcome();

    /** False once the caller has its answer, and be it that it waited for too long. */
    default boolean isAwaited() {
        return !outcome().isDone();
    }
}

package io.tocsin.events.commit;

import java.time.Duration;

/**
 * How much shares a commit.
 *
 * @param batchSize most rows in one statement; a single caller may have more
 * @param batchesInFlight statements under way at once
 * @param capacity rows which may wait for their batch
 * @param patience how long a caller waits for its commit
 */
public record CommitRules(int batchSize, int batchesInFlight, int capacity, Duration patience) {}

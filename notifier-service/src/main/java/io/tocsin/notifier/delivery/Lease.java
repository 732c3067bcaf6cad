package io.tocsin.notifier.delivery;

import java.time.Instant;

/**
 * How long a replica holds what it claims.
 *
 * @param owner the replica
 */
record Lease(String owner, Instant begin, Instant until) {}

package io.tocsin.notifier.delivery;

import java.time.Instant;

/**
 * How long a replica holds what it claims.
 *
 * @param owner the replica
 * @param relay where it hands mails to
 */
record Lease(String owner, String relay, Instant begin, Instant until) {}

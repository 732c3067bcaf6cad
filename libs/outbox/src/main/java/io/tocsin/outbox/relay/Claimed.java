package io.tocsin.outbox.relay;

import io.tocsin.outbox.OutgoingMessage;

/**
 * One row of the outbox in a leased lane.
 *
 * @param attempts how often its destination refused it
 * @param alone whether it must travel alone, because a whole request failed when it was in it
 */
record Claimed(long seq, short lane, OutgoingMessage message, int attempts, boolean alone) {}

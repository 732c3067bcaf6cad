package io.tocsin.outbox.relay;

/** The end of one round and the beginning of the next. */
record Turn(Settled settled, Claim next) {}

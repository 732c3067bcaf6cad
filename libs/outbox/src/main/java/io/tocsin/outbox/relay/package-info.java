/** The sending side: leases lanes, delivers batches, and settles what became of each message. */
package io.tocsin.outbox.relay;

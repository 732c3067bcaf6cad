/** What passes between the two sides: batches of CloudEvents one way, verdicts the other, and the credential. */
package io.tocsin.outbox.wire;

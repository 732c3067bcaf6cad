/**
 * Messages between services: sent at least once, taken in once, in order per subject. A service writes them with {@link
 * io.tocsin.outbox.Outbox} in the transaction of what they tell of, and takes them in with a bean of type {@link
 * io.tocsin.outbox.MessageHandler}; all between the two is the matter of this library. {@code RATIONALE.md} says why it
 * is as it is.
 *
 * <p>A service brings the tables ({@code schema.sql}, copied into its first migration), a {@link java.time.Clock} and
 * the settings of {@link io.tocsin.outbox.OutboxConfig}.
 */
package io.tocsin.outbox;

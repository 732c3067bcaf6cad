/**
 * Addresses which get no mail: they bounced, their owner unsubscribed, or somebody put them there. The list is the organization's; an
 * entry may stand for the mails about one rule alone. {@link io.tocsin.notifier.suppression.SuppressionList} is the front door.
 *
 * <p>{@link io.tocsin.notifier.suppression.Suppressor} compares deliveries with it twice: where they are taken in, and before each
 * attempt. What is found there ends as {@code suppressed} and names its reason; it is not lost, since it can be resent after the entry is
 * lifted.
 */
package io.tocsin.notifier.suppression;

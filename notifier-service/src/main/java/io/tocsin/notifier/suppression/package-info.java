/**
 * Addresses which get no mail: they bounced, their owner unsubscribed, or somebody put them there. The list is the organization's; an
 * entry may stand for the mails about one rule alone. {@link io.tocsin.notifier.suppression.SuppressionList} is the front door.
 *
 * <p>A delivery is compared with it twice: where it is taken in, and where it is claimed, in the statements which do so. What is found
 * there ends as {@code suppressed} and names its reason; it is not lost, since it can be resent after the entry is lifted.
 */
package io.tocsin.notifier.suppression;

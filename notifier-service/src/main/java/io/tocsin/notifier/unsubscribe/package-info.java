/**
 * How a recipient gets no more mails: a signed link in each mail (RFC 8058), which puts its address on the suppression list.
 * {@link io.tocsin.notifier.unsubscribe.UnsubscribeLinks} makes the links,
 * {@link io.tocsin.notifier.unsubscribe.Unsubscriptions} follows them.
 */
package io.tocsin.notifier.unsubscribe;

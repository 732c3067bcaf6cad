/**
 * What mail servers say afterwards. A mail goes out with a return address which names its delivery, signed; a mail server which could not
 * deliver sends its report (RFC 3464) there, and whoever runs the mailbox pipes it to {@code /notifications/bounces}.
 * {@link io.tocsin.notifier.bounce.Bounces} is the front door, {@link io.tocsin.notifier.bounce.ReturnPath} the address.
 */
package io.tocsin.notifier.bounce;

/** Sends once more what had ended, because a person wants it. {@link io.tocsin.notifier.resend.Resends} is the front door. */
package io.tocsin.notifier.resend;

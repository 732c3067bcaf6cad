/**
 * Who wants which mails that no alert rule names. {@link io.tocsin.notifier.preference.EventDetectionRecipients} is the front door. It is
 * configuration, kept by Hibernate Reactive (docs/adr/0003).
 */
package io.tocsin.notifier.preference;

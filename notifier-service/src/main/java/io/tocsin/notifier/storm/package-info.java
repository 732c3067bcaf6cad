/** When single mails become too many for one recipient, and a digest takes over. Why so: docs/adr/0011. */
package io.tocsin.notifier.storm;

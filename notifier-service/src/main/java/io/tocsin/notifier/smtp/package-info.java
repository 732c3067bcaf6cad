/**
 * Hands mails to the mail server, and says exactly what it answered and at which command. Every call here blocks: none may be made
 * on an event loop. Why Angus Mail and not the Quarkus mailer: docs/adr/0006.
 */
package io.tocsin.notifier.smtp;

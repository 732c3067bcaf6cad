/** What operators see of the messages that wait. */
package io.tocsin.outbox.backlog;

/** The messages that wait for a person, and the way to send them again. */
package io.tocsin.outbox.setaside;

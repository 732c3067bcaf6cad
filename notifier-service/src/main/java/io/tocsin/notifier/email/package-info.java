/** Deliveries by mail: writes the mail and hands it to the mail server, on threads which may block. */
package io.tocsin.notifier.email;

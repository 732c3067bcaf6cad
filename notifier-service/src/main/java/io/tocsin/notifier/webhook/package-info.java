/**
 * Deliveries by HTTP: writes the call, signs it, and makes it to an address that was checked. Its front door is the transport, which
 * the dispatcher finds by itself.
 */
package io.tocsin.notifier.webhook;

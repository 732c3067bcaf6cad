/** The receiving side: {@code POST /inbox} applies each message once, together with the record that it did. */
package io.tocsin.outbox.inbox;

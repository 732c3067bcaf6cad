/**
 * The life of a delivery: claimed by one replica, recorded as sending, handed to the mail server, settled by its answer. Nothing is
 * kept in memory that a crash could lose. States and moves are drawn in docs/states.md.
 */
package io.tocsin.notifier.delivery;

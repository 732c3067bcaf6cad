/** Asks a search of one event in memory, with the outcome that SQL over the table {@code event} would have. */
package io.tocsin.query.match;

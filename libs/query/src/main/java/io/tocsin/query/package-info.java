/**
 * The event search language: {@link io.tocsin.query.EventQuery} parses it, matches it against events and turns it into SQL. What
 * the language means stands in docs/dialects/event-query.md.
 */
package io.tocsin.query;

/**
 * The terms of an event, for the one index which serves every exact condition: {@link io.tocsin.query.term.EventTerms} says what
 * stands in the column, {@link io.tocsin.query.term.NeededTerms} what a condition may look up there. Both ask
 * {@code io.tocsin.query.meaning}, so a word or a value is for the index what it is for the matcher.
 */
package io.tocsin.query.term;

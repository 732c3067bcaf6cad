/**
 * What fields and tests mean for an event: words, wildcards, numbers, vocabularies and the inner attributes. The matcher and the
 * SQL compiler both take it from here, so that a rule and a search with the same text find the same events.
 */
package io.tocsin.query.meaning;

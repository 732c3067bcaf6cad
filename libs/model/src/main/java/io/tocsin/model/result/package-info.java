/**
 * What agents and monitors measure: one {@link io.tocsin.model.result.TestResult} per round, source and layer. Measurements keep
 * the names and units of ThousandEyes' JSON results, wire/thousandeyes.md §7, whichever way they arrived; the alert expressions
 * read them by {@code docs/dialects/thousandeyes-expressions.md}.
 */
package io.tocsin.model.result;

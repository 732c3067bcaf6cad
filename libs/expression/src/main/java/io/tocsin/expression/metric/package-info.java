/**
 * What can be asked of the results of each alert type: metrics, their units, labels, and where a result holds them
 * (wire/thousandeyes.md §4.2 and §4.4; the table for authors is in docs/dialects/thousandeyes-expressions.md).
 */
package io.tocsin.expression.metric;

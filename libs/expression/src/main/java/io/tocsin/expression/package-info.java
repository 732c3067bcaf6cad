/**
 * The alert-rule expressions of ThousandEyes, docs/dialects/thousandeyes-expressions.md: from text to a checked
 * {@link io.tocsin.expression.Expression}, which says of each result whether it violates the rule.
 */
package io.tocsin.expression;

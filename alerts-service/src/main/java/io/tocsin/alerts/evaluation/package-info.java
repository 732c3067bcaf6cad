/**
 * Counts events for rules, and opens and clears their alerts. docs/states.md tells what an alert goes through.
 *
 * <p>The alerts of a rule are a function of the events which were recorded, each at its {@code receivedAt}, and never of the time
 * at which they happen to arrive here, how they are batched, or how often they come. Three steps lead to them: matches in the
 * table {@code event_match}, {@link io.tocsin.alerts.evaluation.Violation violations} of each source, and the alerts which these
 * form together.
 */
package io.tocsin.alerts.evaluation;

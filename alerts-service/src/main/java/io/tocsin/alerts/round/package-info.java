/**
 * When the rounds of one test make an alert of one rule (wire/thousandeyes.md §4.5): pure functions of what its sources reported.
 *
 * <p>{@link io.tocsin.alerts.round.Fold} goes through the rounds in their own order, whatever the order in which they arrived.
 * Rounds which can still change are gone through again each time; those which cannot are kept as one
 * {@link io.tocsin.alerts.round.Occurrence} at most.
 */
package io.tocsin.alerts.round;

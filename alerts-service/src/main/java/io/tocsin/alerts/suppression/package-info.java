/**
 * Alert suppression windows (wire/thousandeyes.md §3.7). {@link io.tocsin.alerts.suppression.SuppressionBook} is the front door for
 * those who keep windows.
 *
 * <p>Whoever evaluates reads the windows of a scope once per batch by {@link io.tocsin.alerts.suppression.SuppressionReader}, on the
 * connection of its own transaction, and asks {@link io.tocsin.alerts.suppression.Suppressions} about each test and round:
 * <ul>
 * <li>{@code SCHEDULED}: the round is not evaluated at all: it counts neither for X nor for Y of "X of Y", opens nothing, clears
 * nothing and tells nobody;
 * <li>{@code REAL_TIME}: the round is evaluated as ever, the alert is {@code suppressed} and nobody is told;
 * <li>when the last real-time window over a test ends ({@code changesAfter}) with its alert still open, the alert triggers anew: it
 * is no longer suppressed, {@code meta.version} is one more, and its recipients are told then.
 * </ul>
 * The instant asked about is that of the round, so that late results are judged like punctual ones. Windows hold for tests;
 * alerts of events belong to no test, and no window suppresses them.
 */
package io.tocsin.alerts.suppression;

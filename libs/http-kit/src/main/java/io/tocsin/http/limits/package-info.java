/**
 * How many calls an organization and each of its credentials may make. A resource method says {@link
 * io.tocsin.http.limits.CountsAsIngest @CountsAsIngest} or {@link io.tocsin.http.limits.CountsAsRead @CountsAsRead}; nothing else is
 * needed:
 *
 * <ul>
 * <li>the call is counted once it is known who calls, whatever filter of whatever dialect found out (one of the usual priority or
 * before); a call of nobody counts against nobody;
 * <li>beyond a limit it fails with {@link io.tocsin.http.problem.CallFailed} (429, {@code Retry-After}) before the resource is
 * called, and the exception mapper of the resource words it;
 * <li>what is left stands in the headers of the answer, as the {@link io.tocsin.http.limits.LimitHeaders} of its path word it.
 * </ul>
 *
 * A call which carries several events counts as so many: its resource injects {@link io.tocsin.http.limits.CurrentCall} and calls
 * {@code currentCall.countAlso(events.size() - 1)} before it stores any.
 *
 * <p>A call which reaches no resource passes {@link io.tocsin.http.limits.LimitGate} itself.
 *
 * <p>Each replica counts for itself, in memory: see {@link io.tocsin.http.limits.LimitsConfig#replicas()}.
 */
package io.tocsin.http.limits;

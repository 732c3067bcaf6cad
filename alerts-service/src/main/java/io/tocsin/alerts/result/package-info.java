/**
 * Lets test results open and clear alerts. {@link io.tocsin.alerts.result.ResultIntake} takes them in; what they mean is decided
 * in {@code io.tocsin.alerts.round}, and this package only carries it to and from the tables {@code test_log} and {@code alert}.
 *
 * <p>A batch locks the logs of its tests in one order, so that any number of replicas may work side by side: the alerts of one
 * test are in the hands of one of them.
 */
package io.tocsin.alerts.result;

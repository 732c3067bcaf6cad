/**
 * Pictures in mails, without AWT, which native images have no fonts and native libraries for: everything drawn is a rectangle, and
 * {@link io.tocsin.notifier.chart.FailureChart} has no letters, because mails write them beside it.
 */
package io.tocsin.notifier.chart;

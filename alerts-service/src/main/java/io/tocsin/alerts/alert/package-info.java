/** Reads alerts. What makes and moves them is {@code io.tocsin.alerts.evaluation}. */
package io.tocsin.alerts.alert;

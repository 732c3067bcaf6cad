package io.tocsin.alerts.suppression;

/** Whether rounds of a test are suppressed at some instant, and how. What each means stands at the package. */
public enum Suppression {
    NONE, SCHEDULED, REAL_TIME
}

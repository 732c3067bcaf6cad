package io.tocsin.dialects.dynatrace;

/** {@code INFO} is written as null by version 1. */
public enum DynatraceSeverity {
    AVAILABILITY, ERROR, PERFORMANCE, RESOURCE_CONTENTION, CUSTOM_ALERT, MONITORING_UNAVAILABLE, INFO
}

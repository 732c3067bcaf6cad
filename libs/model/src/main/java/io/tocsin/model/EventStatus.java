package io.tocsin.model;

/** Whether what the event reports still lasts. A point in time, such as a deployment, is closed from the start. */
public enum EventStatus {
    OPEN, CLOSED
}

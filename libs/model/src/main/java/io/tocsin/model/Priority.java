package io.tocsin.model;

/** Whether an event deserves a place among the important ones. */
public enum Priority {
    NORMAL, LOW
}

package io.tocsin.events.search;

/** By when they happened, and among those of one moment by id. */
public enum EventOrder {
    NEWEST_FIRST, OLDEST_FIRST
}

package io.tocsin.alerts.result;

/**
 * A test of which results came.
 *
 * @param name null when no sender of results said it
 * @param type null when it is not known any more
 */
public record KnownTest(String id, String name, String type) {}

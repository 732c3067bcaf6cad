package io.tocsin.alerts.alert;

import java.util.Objects;

/**
 * The test of an alert.
 *
 * @param name null when no sender of results said it
 * @param target the id of one of its servers, or one of its prefixes; empty for the whole test
 * @param targetName what people call it
 */
public record TestOfAlert(String id, String name, String target, String targetName) {

    public TestOfAlert {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(target, "target");
    }
}

package io.tocsin.model;

import java.util.Objects;

/** A part of an organization which holds rules, alerts and events of its own. */
public record AccountGroup(String id, String name) {

    public AccountGroup {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }
}

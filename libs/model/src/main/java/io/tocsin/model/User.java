package io.tocsin.model;

import java.util.Objects;

/** A person or a machine account, as its credential names it; Tocsin keeps no user database. */
public record User(String id, String name, String email) {

    public User {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(email, "email");
    }

    /** The form of the audit log: {@code Display Name (email)}. */
    public String display() {
        return name + " (" + email + ")";
    }
}

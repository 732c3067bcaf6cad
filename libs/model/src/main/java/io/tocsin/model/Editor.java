package io.tocsin.model;

import java.util.Objects;

/**
 * Who changes something, for the audit log.
 *
 * @param address the IP address of the call, null when there was none
 */
public record Editor(String organization, AccountGroup accountGroup, User user, String address) {

    public Editor {
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(accountGroup, "accountGroup");
        Objects.requireNonNull(user, "user");
    }

    public Scope scope() {
        return new Scope(organization, accountGroup.id());
    }
}

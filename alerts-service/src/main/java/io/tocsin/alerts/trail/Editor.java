package io.tocsin.alerts.trail;

import java.util.Objects;

import io.tocsin.model.AccountGroup;
import io.tocsin.model.Scope;
import io.tocsin.model.User;

/**
 * Who changes a configuration, for the audit log.
 *
 * @param address the IP address of the call
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

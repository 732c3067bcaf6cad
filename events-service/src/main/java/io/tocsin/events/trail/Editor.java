package io.tocsin.events.trail;

import java.util.Objects;

import io.tocsin.http.identity.Caller;
import io.tocsin.model.AccountGroup;
import io.tocsin.model.Scope;
import io.tocsin.model.User;

/**
 * Who changes something, for the audit log.
 *
 * @param address the IP address of the call
 */
public record Editor(String organization, AccountGroup accountGroup, User user, String address) {

    public Editor {
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(accountGroup, "accountGroup");
        Objects.requireNonNull(user, "user");
    }

    /** @param scope in which the caller acts */
    public static Editor of(Caller caller, Scope scope) {
        var principal = caller.principal();
        return new Editor(scope.organization(), principal.accountGroup(scope.accountGroup()), principal.user(), caller
                .address());
    }

    public Scope scope() {
        return new Scope(organization, accountGroup.id());
    }
}

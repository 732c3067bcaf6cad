package io.tocsin.events.api.dynatrace;

import jakarta.inject.Singleton;

import io.tocsin.http.identity.Caller;
import io.tocsin.http.identity.Forbidden;
import io.tocsin.http.identity.Principal;
import io.tocsin.model.AccountGroup;
import io.tocsin.model.Scope;

/** An environment of Dynatrace is an account group here, by its id or its name. */
@Singleton
class Environments {

    private final Caller caller;

    Environments(Caller caller) {
        this.caller = caller;
    }

    /** Fails with {@link Forbidden} when the caller lacks the right, or does not belong to the environment. */
    Scope scope(String environment, TokenScope needed) {
        var principal = caller.principal();
        if (!principal.permissions().contains(needed.permission())) {
            throw new Forbidden(needed.missing());
        }
        return environment.equals(DynatraceHints.DEFAULT_ENVIRONMENT)
                ? principal.scope(null)
                : new Scope(principal.organization(), accountGroup(principal, environment).id());
    }

    private static AccountGroup accountGroup(Principal principal, String environment) {
        return principal.accountGroups()
                .stream()
                .filter(group -> group.id().equals(environment))
                .findFirst()
                .or(() -> principal.accountGroups().stream().filter(group -> group.name().equals(environment)).findFirst())
                .orElseThrow(() -> new Forbidden("This token does not belong to the environment '" + environment + "'."));
    }
}

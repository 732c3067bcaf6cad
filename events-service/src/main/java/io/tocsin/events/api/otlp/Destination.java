package io.tocsin.events.api.otlp;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.tocsin.http.identity.Forbidden;
import io.tocsin.http.identity.Principal;
import io.tocsin.model.Scope;

/** Where the results of one request go. A request has many points and few account groups, so each of these is looked up once. */
final class Destination {

    private final Principal caller;
    private final String aid;
    private final Map<String, Optional<Scope>> scopes = new HashMap<>();

    /** @param aid the account group of the call, which counts for every point; null for none */
    Destination(Principal caller, String aid) {
        this.caller = caller;
        this.aid = aid;
    }

    /** Empty where the caller may not post. */
    Optional<Scope> of(OtlpPoint point) {
        var accountGroup = aid == null ? account(point) : aid;
        return scopes.computeIfAbsent(accountGroup, this::scope);
    }

    /** The one which the point names, null for none. */
    static String account(OtlpPoint point) {
        return point.attribute(Attribute.ACCOUNT_ID);
    }

    private Optional<Scope> scope(String accountGroup) {
        try {
            return Optional.of(caller.scope(accountGroup));
        } catch (Forbidden e) {
            return Optional.empty();
        }
    }
}

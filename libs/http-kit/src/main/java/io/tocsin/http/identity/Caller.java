package io.tocsin.http.identity;

import jakarta.enterprise.context.RequestScoped;

import io.tocsin.model.Editor;
import io.tocsin.model.Scope;

/** Who makes the current request, and from where. Filled by the filter of the dialect before the resource is called. */
@RequestScoped
public class Caller {

    private Principal principal;
    private String address;
    private RuntimeException refusal;

    /** Fails with {@link Unauthenticated}, or what else kept a filter from identifying the caller. */
    public Principal principal() {
        if (refusal != null) {
            throw refusal;
        }
        if (principal == null) {
            throw new Unauthenticated("No credential was given.");
        }
        return principal;
    }

    /** Where the caller may do this: in the account group {@code aid}, its default one for null. Fails with {@link Forbidden}. */
    public Scope scope(Permission permission, String aid) {
        var who = principal();
        who.require(permission);
        return who.scope(aid);
    }

    /** The caller as one who changes something in this account group, the default one for null. */
    public Editor editor(String aid) {
        var who = principal();
        return new Editor(who.organization(), who.accountGroup(aid), who.user(), address);
    }

    /** The caller's IP address, as the nearest trusted proxy saw it. */
    public String address() {
        return address;
    }

    /** Whether {@link #principal()} will answer. */
    public boolean isKnown() { return principal != null && refusal == null; }

    /** Why it will not; null when it will, or when nobody has asked. */
    public RuntimeException refusal() {
        return refusal;
    }

    /** For the filters of dialects only. */
    public void identify(Principal who, String from) {
        principal = who;
        address = from;
    }

    /** For the filters of dialects only: from now on {@link #principal()} fails with this. */
    public void refuse(Throwable reason) {
        refusal = reason instanceof RuntimeException failure ? failure : new IllegalStateException(reason);
    }
}

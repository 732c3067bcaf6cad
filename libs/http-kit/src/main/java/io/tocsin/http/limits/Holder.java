package io.tocsin.http.limits;

import io.tocsin.http.identity.Principal;

/** Whose calls are counted together; without a credential, those of the whole organization. */
record Holder(CallKind kind, String organization, String credential) {

    static Holder organization(Principal who, CallKind kind) {
        return new Holder(kind, who.organization(), null);
    }

    static Holder credential(Principal who, CallKind kind) {
        return new Holder(kind, who.organization(), who.credential());
    }
}

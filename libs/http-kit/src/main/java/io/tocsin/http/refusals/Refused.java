package io.tocsin.http.refusals;

import io.tocsin.http.identity.Principal;

/**
 * One credential which is refused.
 *
 * @param who whose it is; null when nobody knows it
 * @param why for people
 */
record Refused(Principal who, String why) {

    static Refused expired(Principal who) {
        return new Refused(who, "expired");
    }

    static Refused notPermitted(Principal who) {
        return new Refused(who, "not permitted");
    }

    static Refused unknown() {
        return new Refused(null, "unknown");
    }

    /** What counts together. */
    String holder() {
        return who == null ? why : why + "/" + who.organization() + "/" + who.credential();
    }
}

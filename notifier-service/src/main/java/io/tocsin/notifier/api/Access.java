package io.tocsin.notifier.api;

import jakarta.inject.Singleton;

import io.tocsin.http.identity.Caller;
import io.tocsin.http.identity.Permission;
import io.tocsin.model.Editor;
import io.tocsin.model.Scope;

/** What the caller may do in the account group {@code aid}, its default one for null; fails with {@code Forbidden}. */
@Singleton
public class Access {

    private final Caller caller;

    Access(Caller caller) {
        this.caller = caller;
    }

    public Scope toView(String aid) {
        return caller.scope(Permission.VIEW_NOTIFICATIONS, aid);
    }

    public Editor toEdit(String aid) {
        caller.scope(Permission.EDIT_NOTIFICATIONS, aid);
        return caller.editor(aid);
    }

    /** Who sees notifications may decide what its own address gets, and who edits them, what any address gets. */
    Editor toSpeakFor(String mailAddress, String aid) {
        var isOwn = caller.principal().user().email().equalsIgnoreCase(mailAddress.strip());
        caller.scope(isOwn ? Permission.VIEW_NOTIFICATIONS : Permission.EDIT_NOTIFICATIONS, aid);
        return caller.editor(aid);
    }
}

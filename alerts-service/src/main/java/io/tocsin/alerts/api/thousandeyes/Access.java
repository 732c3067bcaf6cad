package io.tocsin.alerts.api.thousandeyes;

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

    public Scope toViewRules(String aid) {
        return to(Permission.VIEW_ALERT_RULES, aid);
    }

    public Scope toViewAlerts(String aid) {
        return to(Permission.VIEW_ALERTS, aid);
    }

    public Scope toViewWindows(String aid) {
        return to(Permission.VIEW_ALERT_SUPPRESSION_WINDOWS, aid);
    }

    /** An explanation shows all three. */
    public Scope toViewRulesAlertsAndWindows(String aid) {
        toViewAlerts(aid);
        toViewWindows(aid);
        return toViewRules(aid);
    }

    public Editor toEditRules(String aid) {
        return toEdit(Permission.EDIT_ALERT_RULES, aid);
    }

    public Editor toEditWindows(String aid) {
        return toEdit(Permission.EDIT_ALERT_SUPPRESSION_WINDOWS, aid);
    }

    private Editor toEdit(Permission permission, String aid) {
        to(permission, aid);
        return caller.editor(aid);
    }

    private Scope to(Permission permission, String aid) {
        return caller.scope(permission, aid);
    }
}

package io.tocsin.audit.api.audit;

import jakarta.inject.Singleton;

import io.tocsin.http.identity.Caller;
import io.tocsin.http.identity.Permission;
import io.tocsin.http.identity.Principal;
import io.tocsin.model.Editor;

/** Who may do what here. A log and its proofs are the whole organization's, whatever account group the caller acts in. */
@Singleton
class AuditAccess {

    private final Caller caller;

    AuditAccess(Caller caller) {
        this.caller = caller;
    }

    /** The organization whose entries the caller may read, all of them. */
    String toExport() {
        return with(Permission.EXPORT_AUDIT_LOG).organization();
    }

    /** Heads say nothing of what is in the log: who may see any of it may keep them. */
    String toSeeHeads() {
        var principal = caller.principal();
        if (!principal.permissions().contains(Permission.EXPORT_AUDIT_LOG)
                && !principal.permissions().contains(Permission.VIEW_ALL_ACTIVITY_LOG)) {
            principal.require(Permission.VIEW_OWN_ACTIVITY_LOG);
        }
        return principal.organization();
    }

    void toErase() {
        with(Permission.ERASE_PERSONAL_DATA);
    }

    Editor editor(String aid) {
        return caller.editor(aid);
    }

    private Principal with(Permission permission) {
        var principal = caller.principal();
        principal.require(permission);
        return principal;
    }
}

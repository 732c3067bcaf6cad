package io.tocsin.local.key;

import java.util.List;
import java.util.Objects;

/**
 * Who holds a key, and what it opens.
 *
 * @param permissions names in kebab case; empty means every one
 */
public record KeyHolder(String organization, String user, String email, AccountGroup accountGroup, List<String> permissions) {

    /** Every permission there is, as the services name them. */
    public static final List<String> ALL_PERMISSIONS = List.of("ingest-events", "view-events", "view-alert-rules",
            "edit-alert-rules", "view-alerts", "view-alert-suppression-windows", "edit-alert-suppression-windows",
            "view-own-activity-log", "view-all-activity-log", "export-audit-log", "erase-personal-data", "view-notifications",
            "edit-notifications", "report-bounces");

    public KeyHolder {
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(accountGroup, "accountGroup");
        permissions = permissions.isEmpty() ? ALL_PERMISSIONS : List.copyOf(permissions);
    }

    public record AccountGroup(String id, String name) {}
}

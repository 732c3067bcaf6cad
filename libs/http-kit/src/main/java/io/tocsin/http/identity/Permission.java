package io.tocsin.http.identity;

import java.util.Optional;
import java.util.stream.Stream;

/** What a credential may do. The names are the documents' own, in kebab case in key files and tokens. */
public enum Permission {
    INGEST_EVENTS("ingest-events"), VIEW_EVENTS("view-events"), VIEW_ALERT_RULES("view-alert-rules"), EDIT_ALERT_RULES(
            "edit-alert-rules"), VIEW_ALERTS("view-alerts"), VIEW_OWN_ACTIVITY_LOG(
                    "view-own-activity-log"), VIEW_ALL_ACTIVITY_LOG("view-all-activity-log"), VIEW_NOTIFICATIONS(
                            "view-notifications"), EDIT_NOTIFICATIONS("edit-notifications");

    private final String wireName;

    Permission(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    public static Optional<Permission> of(String wireName) {
        return Stream.of(values())
                .filter(permission -> permission.wireName.equals(wireName))
                .findFirst();
    }
}

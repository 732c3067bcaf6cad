package io.tocsin.http.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a credential may do. The names are the documents' own, in kebab case in key files and tokens. */
public enum Permission {

    INGEST_EVENTS,
    VIEW_EVENTS,
    VIEW_ALERT_RULES,
    EDIT_ALERT_RULES,
    VIEW_ALERTS,
    VIEW_ALERT_SUPPRESSION_WINDOWS,
    EDIT_ALERT_SUPPRESSION_WINDOWS,
    VIEW_OWN_ACTIVITY_LOG,
    VIEW_ALL_ACTIVITY_LOG,
    /** The log of the whole organization, with its proofs. */
    EXPORT_AUDIT_LOG,
    ERASE_PERSONAL_DATA,
    VIEW_NOTIFICATIONS,
    EDIT_NOTIFICATIONS,
    REPORT_BOUNCES;

    private final String wireName = name().toLowerCase(Locale.ROOT).replace('_', '-');

    public String wireName() {
        return wireName;
    }

    public static Optional<Permission> of(String wireName) {
        return Stream.of(values())
                .filter(permission -> permission.wireName.equals(wireName))
                .findFirst();
    }

    static String wireNames() {
        return Stream.of(values())
                .map(Permission::wireName)
                .collect(Collectors.joining(", "));
    }
}

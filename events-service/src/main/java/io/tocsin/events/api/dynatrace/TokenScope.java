package io.tocsin.events.api.dynatrace;

import io.tocsin.http.identity.Permission;

/** What Dynatrace's documents call the right to make a call, and the permission of Tocsin that it is. */
enum TokenScope {

    FEED("DataExport", "Access problem and event feed, metrics, and topology", Permission.VIEW_EVENTS),
    PUSH("DataExport", "Access problem and event feed, metrics, and topology", Permission.INGEST_EVENTS),
    READ("events.read", "Read events", Permission.VIEW_EVENTS),
    INGEST("events.ingest", "Ingest events", Permission.INGEST_EVENTS),
    READ_ENTITIES("entities.read", "Read entities", Permission.VIEW_EVENTS),
    WRITE_ENTITIES("entities.write", "Write entities", Permission.INGEST_EVENTS);

    private final String name;
    private final String description;
    private final Permission permission;

    TokenScope(String name, String description, Permission permission) {
        this.name = name;
        this.description = description;
        this.permission = permission;
    }

    Permission permission() {
        return permission;
    }

    /** Dynatrace's words, and ours for whoever has to give the permission. */
    String missing() {
        return "Token is missing required scope. Use one of: " + name + " (" + description + "). This credential lacks the"
                + " permission '" + permission.wireName() + "'.";
    }
}

package io.tocsin.local.service;

import java.nio.file.Path;

/** The four. */
public enum Service {
    EVENTS("events-service", "events"),
    ALERTS("alerts-service", "alerts"),
    AUDIT("audit-service", "audit"),
    NOTIFIER("notifier-service", "notifier");

    private final String id;
    private final String database;

    Service(String id, String database) {
        this.id = id;
        this.database = database;
    }

    /** Its module, and its name as a destination of messages. */
    public String id() {
        return id;
    }

    public String database() {
        return database;
    }

    /** What runs, once it is built. */
    public Path jar(Path home) {
        return home.resolve(id).resolve("target/quarkus-app/quarkus-run.jar");
    }
}

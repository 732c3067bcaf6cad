package io.tocsin.events.search;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * What is read of an event, in the order in which every statement selects it before anything else: rows are read by position, since
 * the client looks for each name among all of them, which was a tenth of the work of a page.
 */
enum EventColumn {

    ID,
    UID,
    ORGANIZATION,
    ACCOUNT_GROUP,
    TITLE,
    TEXT,
    HAPPENED_AT,
    ENDED_AT,
    STATUS,
    TYPE,
    SEVERITY,
    PRIORITY,
    SOURCE,
    HOST,
    ENTITY("entity::text"),
    TAGS,
    AGGREGATION_KEY,
    CORRELATION_ID,
    RELATED_EVENT_ID,
    ATTRIBUTES("attributes::text"),
    RECEIVED_AT;

    /** The column behind the last of them. */
    static final int BEHIND = values().length;

    private final String sql;

    EventColumn() {
        this.sql = name().toLowerCase(Locale.ROOT);
    }

    /** JSON comes as text: the client would make a parser for each, and most have nothing to read. */
    EventColumn(String sql) {
        this.sql = sql;
    }

    static String all(String prefix) {
        return Stream.of(values()).map(column -> prefix + column.sql).collect(joining(", "));
    }

    /** From 0 on. */
    int at() {
        return ordinal();
    }
}

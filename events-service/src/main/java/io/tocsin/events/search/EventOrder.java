package io.tocsin.events.search;

/** By when they happened, and among those of one moment by id. */
public enum EventOrder {
    NEWEST_FIRST, OLDEST_FIRST;

    String sql() {
        var direction = this == NEWEST_FIRST ? "desc" : "asc";
        return " order by happened_at " + direction + ", id " + direction;
    }
}

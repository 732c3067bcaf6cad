package io.tocsin.events.search;

/** The text which reads whole events. */
final class EventStatement {

    private static final String COLUMNS = EventColumn.all("");

    private EventStatement() {}

    /** By the condition alone. */
    static String where(String condition) {
        return "select " + COLUMNS + " from event where " + condition;
    }

    static String of(SelectionSql where, EventOrder order, int limit, long offset) {
        return "select " + COLUMNS + where.place() + " from " + where.from(order) + " where " + where.where() + order.sql()
                + " limit " + where.place(limit) + " offset " + where.place(offset);
    }
}

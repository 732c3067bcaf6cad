package io.tocsin.events.retention;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** One partition of the table {@code event}, there or to be made. */
record Partition(String retention, Span span) {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("yyyyMMddHH").withZone(ZoneOffset.UTC);

    /** The table which holds all partitions of the class. */
    static String tableOf(String retention) {
        return "event_" + retention;
    }

    /** Such as {@code event_standard_2026111600}; partitions begin on the hour. */
    String table() {
        return tableOf(retention) + "_" + HOUR.format(span.from());
    }
}

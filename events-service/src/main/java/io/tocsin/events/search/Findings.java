package io.tocsin.events.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.tocsin.model.Event;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

/**
 * What one statement came back with.
 *
 * @param cutOff when the event happened at which it was cut off, which is left to the next; empty when it read all of its stretch
 */
record Findings(List<Event> events, Optional<Instant> cutOff) {

    /** What was cut off is the last row. */
    static Findings read(RowSet<Row> rows, Stretch stretch) {
        var events = new ArrayList<Event>(rows.size());
        for (var row : rows) {
            if (isCutOff(row, stretch)) {
                return new Findings(events, Optional.of(EventRowReader.happenedAt(row)));
            }
            events.add(EventRowReader.read(row));
        }
        return new Findings(events, Optional.empty());
    }

    private static boolean isCutOff(Row row, Stretch stretch) {
        return stretch.isCutOff() && row.getLong(EventColumn.BEHIND) == stretch.rows();
    }
}

package io.tocsin.events.search;

import java.time.Instant;
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

    static Findings read(RowSet<Row> rows, Stretch stretch) {
        return new Findings(
                rows.stream().filter(row -> !isCutOff(row, stretch)).map(EventRowReader::read).toList(),
                rows.stream().filter(row -> isCutOff(row, stretch)).map(EventRowReader::happenedAt).findFirst());
    }

    private static boolean isCutOff(Row row, Stretch stretch) {
        return stretch.isCutOff() && row.getLong("place") == stretch.rows();
    }
}

package io.tocsin.events.record;

import java.util.List;

import io.vertx.sqlclient.Tuple;

/**
 * The terms of all rows one after the other, and where those of each row begin and end, counted from 1: {@code unnest} would flatten
 * an array of arrays, and dozens of numbers for each row are dear to write and to read as text.
 */
record TermColumns(Integer[] terms, Integer[] first, Integer[] last) {

    static TermColumns of(List<EventRow> rows) {
        var columns = new TermColumns(new Integer[rows.stream().mapToInt(row -> row.terms().length).sum()],
                new Integer[rows.size()], new Integer[rows.size()]);
        columns.fill(rows);
        return columns;
    }

    void addTo(Tuple columns) {
        columns.addValue(terms)
                .addValue(first)
                .addValue(last);
    }

    private void fill(List<EventRow> rows) {
        var end = 0;
        for (int at = 0; at < first.length; at++) {
            first[at] = end + 1;
            for (var term : rows.get(at).terms()) {
                terms[end++] = term;
            }
            last[at] = end;
        }
    }
}

package io.tocsin.dialects.rows;

import java.util.List;
import java.util.stream.Stream;

/** The rows of one page: every table line whose first cell is the number of a section. */
final class RowTable {

    /** A bar which does not end its cell. */
    private static final String BAR = "\\|";

    private RowTable() {}

    static List<Row> of(Checkout checkout, String dialect) {
        return checkout.text("docs/dialects/" + dialect + "-rows.md")
                .lines()
                .filter(line -> line.matches("\\| \\d.*"))
                .map(RowTable::row)
                .toList();
    }

    private static Row row(String line) {
        var cells = Stream.of(line.split("(?<!\\\\)\\|", -1)).map(cell -> cell.strip().replace(BAR, "|")).toList();
        if (cells.size() != 6) {
            throw new AssertionError("not four cells: " + line);
        }
        return new Row(cells.get(1), cells.get(2), cells.get(3), cells.get(4));
    }
}

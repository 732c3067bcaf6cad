package io.tocsin.test;

/** What {@code /q/metrics} answers: lines of a name, a value and perhaps an exemplar. */
public record MetricsPage(String text) {

    /** @param name with its labels: {@code tocsin_events_refused_total{reason="overloaded"}} */
    public double value(String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1).split(" ")[0]))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no metric " + name + " in\n" + text));
    }
}

package io.tocsin.alerts.expression;

/** What is counted in a window. */
public sealed interface Rollup {

    /** Each matching event is one. */
    record Count() implements Rollup {}

    /** Each different value of the facet is one, however many events carry it; events without the facet count nothing. */
    record Cardinality(Facet facet) implements Rollup {}
}

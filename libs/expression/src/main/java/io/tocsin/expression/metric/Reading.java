package io.tocsin.expression.metric;

/** Where a metric stands in a result: a {@code Double}, a {@code List} of texts or a {@code Boolean} by its kind; null when unknown. */
@FunctionalInterface
interface Reading {

    Object of(Sight sight);
}

package io.tocsin.alerts.evaluation;

/** A span during which the number of one source violates the threshold, with that number where it begins and where it ends. */
record Violation(Span span, int numberAtStart, int numberAtEnd) {}

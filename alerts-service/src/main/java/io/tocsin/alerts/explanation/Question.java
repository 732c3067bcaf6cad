package io.tocsin.alerts.explanation;

import java.util.List;

import io.tocsin.model.EventContent;
import io.tocsin.model.result.TestResult;

/** What somebody wants explained. */
public sealed interface Question {

    /** What would happen if these came in. */
    record OfResults(List<TestResult> results) implements Question {}

    /** What would happen if it came in. */
    record OfEvent(EventContent event) implements Question {}

    /** What is known of the last rounds of a test. */
    record OfRounds(String test, int rounds) implements Question {}
}

package io.tocsin.events.result;

import java.util.Comparator;
import java.util.UUID;

import io.tocsin.model.result.TestResult;

/**
 * One result ready to be stored.
 *
 * @param message the id of the message which tells of it
 * @param place among the results of which the message tells, from 0
 */
record ResultRow(ResultName name, TestResult result, ResultJson json, UUID message, int place) {

    /** In which statements write them. */
    static final Comparator<ResultRow> ORDER = Comparator.comparing(ResultRow::name);
}

package io.tocsin.detection;

import java.util.Collection;

import io.tocsin.model.result.TestResult;

/** Where the results of an organization are kept. */
public interface ResultHistory {

    /** All results known by now of the rounds which began in this minute since 1970, in any order; of repeats the one that counts. */
    Collection<TestResult> ofMinute(int minute);
}

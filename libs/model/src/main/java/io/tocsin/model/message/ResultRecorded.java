package io.tocsin.model.message;

import java.util.List;

import io.tocsin.model.result.TestResult;

/**
 * From events-service to alerts-service: these results were accepted, together and of one test. Its subject is the test, so that
 * its rounds arrive in the order in which they were accepted.
 */
public record ResultRecorded(List<TestResult> results) {

    public static final String TYPE = "io.tocsin.result.recorded.v1";

    public ResultRecorded {
        results = List.copyOf(results);
        if (results.isEmpty()) {
            throw new IllegalArgumentException("there are no results");
        }
    }

    public String subject() {
        return subjectOf(results.get(0));
    }

    public static String subjectOf(TestResult result) {
        return result.scope().organization() + "/" + result.scope().accountGroup() + "/" + result.test().id();
    }
}

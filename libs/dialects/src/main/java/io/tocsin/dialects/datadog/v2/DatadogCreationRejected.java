package io.tocsin.dialects.datadog.v2;

import java.util.List;

/** A body which v2's create does not take; says of each problem where it stands. Answered 400. */
public class DatadogCreationRejected extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    DatadogCreationRejected(List<Problem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    /** @param pointer JSON Pointer into the body, null when it is the body as a whole */
    public record Problem(String detail, String pointer) {}
}

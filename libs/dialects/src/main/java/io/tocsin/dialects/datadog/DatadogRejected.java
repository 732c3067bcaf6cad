package io.tocsin.dialects.datadog;

import java.util.List;

/** A request which Datadog's API would not take either: 400, with every problem in words. */
public class DatadogRejected extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Datadog answers the first as JSON text under {@code text/plain}, all others as JSON. */
    public enum Reason {
        TOO_FAR_IN_THE_PAST, INVALID
    }

    private final Reason reason;
    private final List<String> problems;

    public DatadogRejected(Reason reason, List<String> problems) {
        super(String.join(" ", problems));
        this.reason = reason;
        this.problems = List.copyOf(problems);
    }

    static DatadogRejected invalid(String problem) {
        return new DatadogRejected(Reason.INVALID, List.of(problem));
    }

    public Reason reason() {
        return reason;
    }

    public DatadogErrors errors() {
        return new DatadogErrors(problems);
    }
}
